import type { ValueType } from "../../model/index.js";

export interface ReadColumnType {
  readonly type: ValueType;
  /** A type that says what the value means (`inet`), in the words of the validators. */
  readonly validators?: readonly string[];
}

const WRAPPERS =
  /^(?:(?:nullable|lowcardinality|array|frozen|set|list)\s*[(<]\s*|simpleaggregatefunction\s*\(\s*\w+\s*,\s*)(?!')/;
const KINDS: readonly (readonly [RegExp, ValueType])[] = [
  [/^(?:bool|boolean|bit)$/, "boolean"],
  [
    /^(?:int|tinyint|smallint|mediumint|bigint|integer|(?:big|small|medium|tiny)?(?:serial|increments|integer)|u?int\d+|int[248]|serial[248]|float\d*|double|decimal\d*|dec|numeric|real|number|money|smallmoney|year|increments|unsigned|bignumber)$/,
    "number",
  ],
  [
    /^(?:date\d*|time|timetz|timestamp\w*|datetime\w*|datetimeoffset|smalldatetime|interval|timestamps|dateonly)$/,
    "date",
  ],
  [/^(?:jsonb?|hstore|map|object|nested|tuple|variant|xml|struct|super)$/, "json"],
  [/^(?:bytea|blob|tinyblob|mediumblob|longblob|binary|varbinary|image|bytes|raw)$/, "bytes"],
  [/^(?:enum\d*|set)$/, "enum"],
  [/^(?:geometry|geography|point|polygon|linestring|multipolygon|box|circle|path)$/, "json"],
  [
    /^(?:n?var)?char2?$|^(?:character|national|varying|string|fixedstring|clob|nclob|uuid|uniqueidentifier|inet|cidr|ipv[46]|macaddr8?|citext|name|bpchar|tsvector|ltree|vector|(?:tiny|medium|long|n)?text|objectid|cuid|ulid|hash|guid|stringtype|email)$/,
    "string",
  ],
];
const TELLING: Readonly<Record<string, string>> = {
  inet: "ip",
  cidr: "ip",
  ipv4: "ip",
  ipv6: "ip",
  macaddr: "macaddress",
  macaddr8: "macaddress",
  point: "latlong",
  geography: "latlong",
};

/** The value a column type of any dialect or schema builder holds: `varchar(20)`, `Nullable(IPv4)`, `character varying`, `bigIncrements`. */
export function columnType(written: string): ReadColumnType {
  let word = written.trim().toLowerCase();
  for (let depth = 0; depth < 4 && WRAPPERS.test(word); depth++) word = word.replace(WRAPPERS, "");
  word = /^\w+/.exec(word.replace(/^["'`[]/, ""))?.[0] ?? "";
  const type = KINDS.find(([pattern]) => pattern.test(word))?.[1] ?? "unknown";
  return { type, ...(Object.hasOwn(TELLING, word) && { validators: [TELLING[word]!] }) };
}
