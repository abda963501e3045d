import { ancestorsOf, attributeOf, valueOf, wordsOf, type Element } from "../markup/index.js";

/** Native input types that submit no datum of their own. */
const BUTTONS = new Set(["submit", "button", "reset", "image"]);

/** What the tags of input components end in, across component libraries: `TextField`, `mat-select`, `el-date-picker`, `Form.Input`. */
const INPUT_ENDINGS = new Set(
  (
    "input field select textarea textbox checkbox radio picker datepicker timepicker autocomplete autosuggest combobox typeahead " +
    "switch toggle upload uploader dropzone phone email password dropdown multiselect slider rating datetime calendar controller " +
    "control editor creatable otp segmented"
  ).split(" "),
);

/** Endings of two words; the last word alone would say too little (`group`, `area`, `box`, `number`). */
const INPUT_PAIRS = new Set(
  (
    "radio group|checkbox group|text area|text box|check box|combo box|list box|auto complete|date time|phone number|field array|" +
    "form item|slide toggle|time select|radio tile|radio card|toggle group|button toggle|chip grid|chip list|fast field"
  ).split("|"),
);

/** Endings of what holds an input together with its label or buttons: an input itself where it is given the field's name. */
const GROUP_PAIRS = new Set(["input group", "form group", "field group"]);

/** Parts of an input component that hold no datum themselves. */
const PARTS = new Set(
  (
    "label error message text icon button trigger content item option header footer helper hint feedback adornment addon " +
    "description wrapper container provider skeleton title legend slot prefix suffix list menu value indicator"
  ).split(" "),
);

/** Tags with a `name` that names something else than a datum. */
const NOT_INPUTS = new Set(
  (
    "a button btn form meta iframe frame map param slot template object output fieldset label img icon avatar svg transition tab link " +
    "script style head title route component use tooltip modal dialog image logo menu badge trans extension flag option"
  ).split(" "),
);

/** Properties that only something one fills in has. */
const INPUT_PROPERTIES =
  /^(?:placeholder|label|labelText|required|isRequired|control|rules|defaultValue|initialValue|onChange|onValueChange|validate|autoComplete|autocomplete|options|v-model.*|:value|@change|@input|bind:value|bind:checked|register|maxLength|maxlength|type|\[\(ngModel\)\]|formControlName)$/;

/** Words that make an element, or a component around one, a form. */
const FORM_WORDS = new Set(["form", "formik"]);

const CHOICES = /^(?:radio|checkbox|toggle|chip|choice|choices|segmented)$/;

export type InputKind = "native" | "component" | "prompted";

/**
 * Whether an element takes a datum from a person. `prompted`: only its properties say so, and it stands in a form or is clearly
 * bound. Such an element counts by its name alone.
 */
export function inputKindOf(element: Element): InputKind | null {
  const tag = element.tag.toLowerCase();
  if (tag === "input") return BUTTONS.has(valueOf(element, "type")?.toLowerCase() ?? "") ? null : "native";
  if (tag === "select" || tag === "textarea") return isNativeTag(element) ? "native" : "component";
  // A plain lower-case tag that is none of these is of HTML or SVG: `mask`, `switch`, `label`.
  if (!isComponentTag(element.tag)) return isBoundElement(element) ? "prompted" : null;
  const words = wordsOfInput(element.tag);
  const last = words.at(-1) ?? "";
  const ending = words.slice(-2).join(" ");
  // RadioButtonGroup, ToggleButtonGroup, CheckboxGroup: the group is the input, its buttons are options.
  if (last === "group" && words.some((word) => CHOICES.test(word))) return componentKind(element);
  if (GROUP_PAIRS.has(ending)) return valueOf(element, "name") ? componentKind(element) : null;
  if (INPUT_PAIRS.has(ending) || (INPUT_ENDINGS.has(last) && words[0] !== "use")) return componentKind(element);
  if (last === "component" || last === "element" || last === "base") {
    if (INPUT_ENDINGS.has(words.at(-2) ?? "")) return componentKind(element);
  }
  if (PARTS.has(last) || words.some((word) => NOT_INPUTS.has(word)) || isFormTag(element)) return null;
  if (isBoundElement(element)) return "prompted";
  if (BUTTONS.has(valueOf(element, "type")?.toLowerCase() ?? "")) return null;
  return isPrompting(element) ? "prompted" : null;
}

/** The words of a tag that say what it is: of `TextInputWithLabelFormGroup` the first two, for the rest says what comes along. */
export function wordsOfInput(tag: string): string[] {
  const words = wordsOf(tag);
  const along = words.indexOf("with");
  return along > 0 ? words.slice(0, along) : words;
}

function componentKind(element: Element): InputKind | null {
  const type = valueOf(element, "type")?.toLowerCase();
  return type && BUTTONS.has(type) ? null : "component";
}

/** In JSX a lower-case tag is the page's own, elsewhere any case is. */
function isNativeTag({ tag }: Element): boolean {
  return tag === tag.toLowerCase() || tag === tag.toUpperCase();
}

function isComponentTag(tag: string): boolean {
  return /^[A-Z]|[-.:/]/.test(tag);
}

/** Angular's and Vue's bindings tie any element to a datum. */
function isBoundElement(element: Element): boolean {
  return element.attributes.some(({ name }) =>
    /^(?:formControlName|formcontrolname|\[formControl\]|\[formControlName\]|\[\(ngModel\)\]|ng-model|data-ng-model)$/.test(
      name,
    ),
  );
}

function isPrompting(element: Element): boolean {
  if (!attributeOf(element, "name")) return false;
  const prompts = element.attributes.filter(({ name }) => INPUT_PROPERTIES.test(name)).length;
  return prompts >= 2 || (prompts === 1 && formOf(element) !== null);
}

export function isFormTag({ tag }: Element): boolean {
  const words = wordsOf(tag);
  const last = words.at(-1) ?? "";
  return FORM_WORDS.has(last) && !/^form-?group$/i.test(tag);
}

/** The form around an element. */
export function formOf(element: Element): Element | null {
  for (const ancestor of ancestorsOf(element)) if (isFormTag(ancestor)) return ancestor;
  return null;
}
