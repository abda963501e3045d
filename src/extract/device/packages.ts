import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, importOf, type Script } from "../estree/index.js";

/** What a call yields of the device, by the name it is given in the inventory. */
export interface DeviceCall {
  readonly name: string;
  readonly at: TSESTree.Range;
}

/** Functions that no other package names so. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  getClientIp: "ip",
  getClientIP: "ip",
  getRequestIP: "ip",
  getIpAddressFromRequest: "ip",
  getClientAddress: "ip",
  getConnInfo: "ip",
  requestIP: "ip",
  getCurrentPosition: "geolocation",
  watchPosition: "geolocation",
  getCurrentPositionAsync: "geolocation",
  getLastKnownPositionAsync: "geolocation",
  watchPositionAsync: "geolocation",
  getUniqueId: "deviceId",
  getUniqueIdSync: "deviceId",
  getAndroidId: "deviceId",
  getIosIdForVendorAsync: "deviceId",
  getAdvertisingId: "advertisingId",
  getAdvertisingIdAsync: "advertisingId",
  getExpoPushTokenAsync: "pushToken",
  getDevicePushTokenAsync: "pushToken",
  machineIdSync: "machineId",
  machineId: "machineId",
  enumerateDevices: "mediaDevices",
};

interface DevicePackage {
  readonly module: RegExp;
  /** Exported or called name; null for any. */
  readonly call: RegExp | null;
  readonly name: string;
}

/** Packages whose very use reads the device, and what they read. */
const PACKAGES: readonly DevicePackage[] = [
  {
    module: /^(?:@fingerprintjs\/|@thumbmarkjs\/|clientjs$|fingerprintjs2?$)/,
    call: /^(?:load|get|getFingerprint|getPromise|getData|useVisitorData)$/,
    name: "fingerprint",
  },
  {
    module: /^(?:request-ip|@supercharge\/request-ip|public-ip|@arcjet\/ip|nextjs-request-ip)$/,
    call: null,
    name: "ip",
  },
  { module: /^@vercel\/(?:functions|edge)$/, call: /^ipAddress$/, name: "ip" },
  { module: /^@vercel\/(?:functions|edge)$/, call: /^geolocation$/, name: "geolocation" },
  {
    module:
      /^(?:react-native-geolocation-service|@react-native-community\/geolocation|react-native-get-location|@capacitor\/geolocation|@ionic-native\/geolocation.*|@awesome-cordova-plugins\/geolocation.*)$/,
    call: /osition|getLocation/,
    name: "geolocation",
  },
  {
    module: /^(?:react-native-device-info|@capacitor\/device|expo-application)$/,
    call: /^(?:getId|getUniqueId\w*|getDeviceId|getInstanceId\w*|getAndroidId\w*|getSerialNumber\w*|getMacAddress\w*|getIosIdForVendorAsync)$/,
    name: "deviceId",
  },
  { module: /^(?:react-native-device-info|@capacitor\/device)$/, call: /^(?:getIpAddress\w*)$/, name: "ip" },
  {
    module: /^(?:react-native-device-info|@capacitor\/device)$/,
    call: /^(?:getInfo|getModel|getDeviceName\w*|getBrand|getUserAgent\w*|getManufacturer\w*)$/,
    name: "deviceModel",
  },
  {
    module: /^(?:expo-localization|react-native-localize|@capacitor\/device)$/,
    call: /^(?:getLocales|useLocales|getLanguageCode|getLanguageTag)$/,
    name: "language",
  },
  { module: /^node-machine-id$/, call: null, name: "machineId" },
];

/** Constants that packages of the device export: `Device.modelName`. */
const CONSTANTS: Readonly<Record<string, RegExp>> = {
  "expo-device": /^(?:modelName|modelId|deviceName|osVersion|osName|brand|manufacturer|designName)$/,
  "expo-constants": /^(?:deviceName|installationId|sessionId|deviceId)$/,
};

/** A call that reads the device: by its package, or by a name that says it. */
export function deviceCall(node: TSESTree.CallExpression, script: Script): DeviceCall | null {
  const path = calleePath(node.callee);
  const called = path?.at(-1);
  if (!path || !called || called === "()") return null;
  const at = node.callee.type === "MemberExpression" ? node.callee.property.range : node.callee.range;
  const imported = importOf(node.callee, script.imports);
  const name = imported?.imported === "default" || imported?.imported === "*" ? called : (imported?.imported ?? called);
  const module = imported?.module ?? script.imports.get(path[0]!)?.module;
  if (module) {
    const known = PACKAGES.find(
      (one) => one.module.test(module) && (!one.call || one.call.test(name) || one.call.test(called)),
    );
    if (known) return { name: known.name, at };
  }
  return Object.hasOwn(FUNCTIONS, called) && !isOfAnotherModule(called, path, module)
    ? { name: FUNCTIONS[called]!, at }
    : null;
}

/** A helper of that name in the project itself reads elsewhere: its own body counts, not its calls. */
function isOfAnotherModule(called: string, path: readonly string[], module: string | undefined): boolean {
  if (module !== undefined) return /^[.@~#]?\/|^@\/|^\.\.?\//.test(module);
  return path.length === 1 && !/^(?:getRequestIP|getClientAddress|getConnInfo)$/.test(called);
}

export function deviceConstant(node: TSESTree.MemberExpression, script: Script): DeviceCall | null {
  if (node.property.type !== "Identifier" || node.computed) return null;
  const path = calleePath(node);
  const module = path && script.imports.get(path[0]!)?.module;
  if (!module || !Object.hasOwn(CONSTANTS, module)) return null;
  return CONSTANTS[module]!.test(node.property.name) ? { name: node.property.name, at: node.property.range } : null;
}
