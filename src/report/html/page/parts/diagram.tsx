import { useMemo } from "preact/hooks";
import type { PathGraph } from "../path-graph.js";
import { layOut, NODE_WIDTH, type PlacedNode } from "../path-layout.js";
import { itemHash } from "../route.js";
import { usePage } from "../talk.js";

/** Width of the text in a box. */
const ROOM = NODE_WIDTH - 20;
/** Names from code are long: measuring them letter by letter must end. */
const LONGEST = 200;

export function Diagram({ graph }: { readonly graph: PathGraph }) {
  const { talk } = usePage();
  const { width, height, nodes, edges } = useMemo(() => layOut(graph), [graph]);
  return (
    <div class="diagram" role="region" aria-label={talk.say("view.paths")} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={talk.say("paths.diagram")}
      >
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path class="arrow" d="M0,0L8,4L0,8Z" />
          </marker>
        </defs>
        {edges.map(({ from, to, seen, line }) => (
          <path key={`${from} ${to}`} class={seen ? "edge" : "edge edge-allowed"} d={line} marker-end="url(#arrow)" />
        ))}
        {nodes.map((node) =>
          node.link ? (
            <a key={node.id} href={itemHash(node.link.kind, node.link.id)}>
              <Box node={node} />
            </a>
          ) : (
            <Box key={node.id} node={node} />
          ),
        )}
      </svg>
    </div>
  );
}

function Box({ node: { x, y, width, height, stage, title, note } }: { readonly node: PlacedNode }) {
  return (
    <g class={`node node-${stage}`} transform={`translate(${x},${y})`}>
      <title>{[title, note].filter(Boolean).join(", ")}</title>
      <rect width={width} height={height} rx="4" />
      <text x="10" y={note === "" ? 29 : 21} class="node-title">
        {fitting(title.slice(0, LONGEST), 13, stage === "collected" || stage === "record")}
      </text>
      {note !== "" && (
        <text x="10" y="38" class="node-note">
          {fitting(note.slice(0, LONGEST), 12, stage === "leak")}
        </text>
      )}
    </g>
  );
}

/** Ends tell names in code apart better than beginnings: `…Service.createLead`. Titles are cut at the end. */
function fitting(text: string, size: number, isName: boolean): string {
  if (widthOf(text, size) <= ROOM) return text;
  let left = text;
  do left = isName ? left.slice(1) : left.slice(0, -1);
  while (left !== "" && widthOf(`…${left}`, size) > ROOM);
  return isName ? `…${left}` : `${left}…`;
}

let pen: CanvasRenderingContext2D | null = null;

function widthOf(text: string, size: number): number {
  pen ??= document.createElement("canvas").getContext("2d")!;
  pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}
