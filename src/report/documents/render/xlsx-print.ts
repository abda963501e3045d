import type { Feature, Image } from "write-excel-file/node";

interface Printed {
  readonly sheet: string;
  /** Rows at the top that every page repeats. */
  readonly head: number;
}

/** Lets every sheet print one page wide, with the head of its table on each page. */
export function printedWell(sheets: readonly Printed[]): Feature<Image["content"]> {
  return {
    files: {
      transform: {
        "xl/workbook.xml": { transform: (xml) => xml.replace("<definedNames/>", definedNames(sheets)) },
        "xl/worksheets/sheet{id}.xml": {
          // Properties of a sheet stand before all else in it.
          transform: (xml) =>
            xml.replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`),
          transformElementAttributes: (tag, attributes) =>
            tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  };
}

function definedNames(sheets: readonly Printed[]): string {
  const names = sheets.flatMap(({ sheet, head }, index) =>
    head === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(sheet)}'!$1:$${head}</definedName>`,
        ],
  );
  return names.length === 0 ? "<definedNames/>" : `<definedNames>${names.join("")}</definedNames>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
