import type { ValueType } from "../../model/index.js";

export interface Scalar {
  readonly type: ValueType;
  readonly validators?: readonly string[];
}

const BY_NAME: Readonly<Record<string, ValueType>> = {
  ID: "string",
  String: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
  BigInt: "number",
  Long: "number",
  Decimal: "number",
  Money: "number",
  Date: "date",
  DateTime: "date",
  DateTimeISO: "date",
  LocalDate: "date",
  Timestamp: "date",
  AWSDate: "date",
  AWSDateTime: "date",
  GraphQLISODateTime: "date",
  Time: "string",
  JSON: "json",
  JSONObject: "json",
  GraphQLJSON: "json",
  GraphQLJSONObject: "json",
  AWSJSON: "json",
  Upload: "file",
  GraphQLUpload: "file",
  File: "file",
  Byte: "bytes",
};

/** Scalars of the common libraries whose name says what the text holds. */
const TELLING: Readonly<Record<string, string>> = {
  EmailAddress: "email",
  Email: "email",
  AWSEmail: "email",
  PhoneNumber: "phonenumber",
  Phone: "phonenumber",
  AWSPhone: "phonenumber",
  URL: "url",
  URI: "url",
  AWSURL: "url",
  UUID: "uuid",
  GUID: "uuid",
  IP: "ip",
  IPv4: "ipv4",
  IPv6: "ipv6",
  AWSIPAddress: "ip",
  MAC: "mac",
  IBAN: "iban",
  BIC: "bic",
  JWT: "jwt",
  PostalCode: "postalcode",
  CountryCode: "countrycode",
  SSN: "ssn",
  Latitude: "latitude",
  Longitude: "longitude",
};

/** What a named type of GraphQL holds; null for a record or a scalar of the project's own. */
export function scalarOf(name: string): Scalar | null {
  if (Object.hasOwn(BY_NAME, name)) return { type: BY_NAME[name]! };
  return Object.hasOwn(TELLING, name) ? { type: "string", validators: [TELLING[name]!] } : null;
}
