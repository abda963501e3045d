import { defineEstreeCollector } from "../estree/index.js";
import { SequelizeModels } from "../sequelize/models.js";
import { readModelClass } from "../sequelize/model-class.js";

export default defineEstreeCollector({
  id: "sequelize",
  recognises: "Sequelize models: define, init, decorated classes, and the keys that associations add",
  trigger: /sequelize|\bDataTypes\b|\.belongsTo\b/i,
  visit: (script, emit) => {
    const models = new SequelizeModels(script);
    return {
      CallExpression: (node) => models.readCall(node),
      ClassDeclaration: (node) => readModelClass(node, script, emit),
      ClassExpression: (node) => readModelClass(node, script, emit),
      "Program:exit": () => models.emit(emit),
    };
  },
});
