import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, importOf, type Script } from "../estree/index.js";
import { loadWays } from "../moments/index.js";

export default defineEstreeCollector({
  id: "location-requests",
  recognises: "code that asks the device where it is as soon as a page or component is there",
  trigger: /geolocation|expo-location/i,
  visit(script, emit) {
    return {
      CallExpression(node) {
        const callee = asks(node, script);
        const ways = callee === null ? [] : loadWays(node, script);
        if (callee !== null && ways.length > 0)
          emit.practice({ kind: "location-request", callee, ways }, node.callee.range);
      },
    };
  },
});

const METHODS =
  /^(?:getCurrentPosition|watchPosition|getCurrentPositionAsync|watchPositionAsync|requestForegroundPermissionsAsync|requestBackgroundPermissionsAsync)$/;
/** Packages whose functions ask by these methods. */
const PACKAGES =
  /^(?:expo-location|@capacitor\/geolocation|@capacitor\/core|@react-native-community\/geolocation|react-native-geolocation-service|@awesome-cordova-plugins\/geolocation\/?.*|@ionic-native\/geolocation\/?.*)$/;

function asks(node: TSESTree.CallExpression, script: Script): string | null {
  const path = calleePath(node.callee);
  const method = path?.at(-1);
  if (!path || method === undefined || !METHODS.test(method)) return null;
  const imported = importOf(node.callee, script.imports) ?? script.imports.get(path[0]!);
  const known =
    path.at(-2) === "geolocation" || (imported !== null && imported !== undefined && PACKAGES.test(imported.module));
  return known ? path.filter((part) => part !== "()").join(".") : null;
}
