import dagre from "@dagrejs/dagre";
import type { PathEdge, PathGraph, PathNode } from "./path-graph.js";

export interface PlacedNode extends PathNode {
  /** Left and top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge extends PathEdge {
  /** Path data of SVG. */
  readonly line: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const NODE_WIDTH = 200;
const HEIGHT = 48;

/** Places nodes in columns from left to right, with as few crossings as can be had. */
export function layOut({ nodes, edges }: PathGraph): Drawing {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 12, ranksep: 46, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: NODE_WIDTH, height: HEIGHT });
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.id) as { x: number; y: number };
      return { ...node, x: x - NODE_WIDTH / 2, y: y - HEIGHT / 2, width: NODE_WIDTH, height: HEIGHT };
    }),
    edges: edges.map((edge) => {
      const from = graph.node(edge.from) as { x: number; y: number };
      const to = graph.node(edge.to) as { x: number; y: number };
      return { ...edge, line: curve(from.x + NODE_WIDTH / 2, from.y, to.x - NODE_WIDTH / 2, to.y) };
    }),
  };
}

/** A curve that leaves and arrives level. */
function curve(x1: number, y1: number, x2: number, y2: number): string {
  const half = (x1 + x2) / 2;
  return `M${x1},${y1}C${half},${y1} ${half},${y2} ${x2},${y2}`;
}
