import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { defineEstreeCollector, importOf, knownText, type Script } from "../estree/index.js";
import { membersOf, resolved } from "../stores/members.js";

/** Clients of stores whose options name a region, by the package and the exported name. */
const CLIENTS: readonly (readonly [module: RegExp, name: RegExp, type: string, provider: string])[] = [
  [/^@aws-sdk\/client-s3$|^aws-sdk(?:\/clients\/s3)?$/, /^S3(?:Client)?$|^default$/, "s3", "aws"],
  [/^@aws-sdk\/(?:client|lib)-dynamodb$|^aws-sdk(?:\/clients\/dynamodb)?$/, /^DynamoDB(?:Client)?$/, "dynamodb", "aws"],
  [/^@aws-sdk\/client-timestream/, /Client$/, "database", "aws"],
  [/^minio$/, /^Client$/, "s3", "minio"],
];

/** A store kept by an S3-compatible service is where that service is, whatever the region is called. */
const AMAZON = /amazonaws\.com/;

export default defineEstreeCollector({
  id: "store-clients",
  recognises: "clients of object stores and databases that are told their region",
  trigger: [/\bregion\b/, /aws-sdk|minio/],
  visit: (script, emit) => ({
    NewExpression(node) {
      const imported = importOf(node.callee, script.imports);
      const client =
        imported && CLIENTS.find(([module, name]) => module.test(imported.module) && name.test(imported.imported));
      if (!client) return;
      const [, , type, provider] = client;
      const options = membersOf(resolved(node.arguments[0], script));
      const region = textOf(options.get("region"), script);
      const endpoint = hostOf(textOf(options.get("endpoint") ?? options.get("endPoint"), script));
      const elsewhere = options.has("endpoint") && (endpoint === null || !AMAZON.test(endpoint));
      emit.store({
        type,
        how: "client",
        trace: script.source.text.slice(...node.callee.range).slice(0, 60),
        host: endpoint,
        // With an endpoint of its own the region is a formality.
        region: elsewhere ? null : region,
        provider: elsewhere ? null : provider,
        at: (options.get("region") ?? node.callee).range,
      });
    },
  }),
});

/** A literal, or what is taken where the environment says nothing. */
function textOf(node: TSESTree.Node | undefined, script: Script): string | null {
  return node ? knownText(node, script) : null;
}

function hostOf(endpoint: string | null): string | null {
  return endpoint === null ? null : (/^(?:https?:\/\/)?([\w.-]{3,250})/.exec(endpoint)?.[1]?.toLowerCase() ?? null);
}
