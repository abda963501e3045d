import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { itemHash, itemId, type ItemKind } from "../route.js";
import { usePage } from "../talk.js";

interface Props {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  readonly tags?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One purpose, category, kind of people, third party or store. */
export function Card({ kind, id, title, tags, children }: Props) {
  const { navigation } = usePage();
  const { focus } = navigation.route;
  const own = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus !== id) return;
    own.current?.scrollIntoView({ block: "start" });
    own.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <article class={focus === id ? "card focused" : "card"} id={itemId(kind, id)} ref={own} tabIndex={-1}>
      <h3>
        <a href={itemHash(kind, id)}>{title}</a> {title !== id && <span class="id">{id}</span>} {tags}
      </h3>
      {children}
    </article>
  );
}
