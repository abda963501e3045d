import { defineEstreeCollector } from "../estree/index.js";
import { readSchemaClass } from "../mongoose/schema-class.js";
import { MongooseSchemas } from "../mongoose/schemas.js";

export default defineEstreeCollector({
  id: "mongoose",
  recognises: "schemas, models and discriminators of Mongoose and Dynamoose; classes of @nestjs/mongoose and Typegoose",
  trigger: /mongoose|typegoose|dynamoose/i,
  visit: (script, emit) => {
    const schemas = new MongooseSchemas(script);
    return {
      NewExpression: (node) => schemas.readNew(node),
      CallExpression: (node) => schemas.readCall(node),
      ClassDeclaration: (node) => readSchemaClass(node, script, emit),
      ClassExpression: (node) => readSchemaClass(node, script, emit),
      "Program:exit": () => schemas.emit(emit),
    };
  },
});
