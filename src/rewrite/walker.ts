import { html, Parser, type Token, TokenizerMode, type TreeAdapterTypeMap } from 'parse5';
import { QuickTokenizer } from './tokenizer.ts';

/** Deeper than this nothing is kept in mind: a page of open tags is not to cost more memory than a closed one. */
const DEPTH = 300;
/** As many open formatting elements are reopened behind each other at most. */
const FORMATS = 12;

/** Elements that the parser counts on. */
const KEPT = /^(html|head|body|frameset|table|caption|colgroup|tbody|thead|tfoot|t[rdh]|select|template)$/;

interface Node {
  readonly tagName: string;
  readonly ns: html.NS;
  readonly attrs: Token.Attribute[];
  content?: Node;
  mode?: html.DOCUMENT_MODE;
}
type Tree = TreeAdapterTypeMap<Node, Node, Node, Node, Node, Node, Node, Node, Node, Node>;

const node = (tagName = '', ns = html.NS.HTML, attrs: Token.Attribute[] = []): Node => ({
  tagName,
  ns,
  attrs,
});
const nothing = () => {};

/** The parser's tree, of which nothing is kept: only the elements that are open matter, and the parser holds those. */
const NO_TREE = {
  createDocument: () => node(),
  createDocumentFragment: () => node(),
  createElement: node,
  createCommentNode: () => node(),
  createTextNode: () => node(),
  adoptAttributes: nothing,
  appendChild: nothing,
  detachNode: nothing,
  insertBefore: nothing,
  insertText: nothing,
  insertTextBefore: nothing,
  getAttrList: ({ attrs }: Node) => attrs,
  getChildNodes: () => [],
  getFirstChild: () => null,
  getParentNode: () => null,
  getTagName: ({ tagName }: Node) => tagName,
  getNamespaceURI: ({ ns }: Node) => ns,
  getTemplateContent: ({ content }: Node) => content!,
  setTemplateContent(template: Node, content: Node) {
    template.content = content;
  },
  getDocumentMode: ({ mode }: Node) => mode ?? html.DOCUMENT_MODE.NO_QUIRKS,
  setDocumentMode(document: Node, mode: html.DOCUMENT_MODE) {
    document.mode = mode;
  },
  setDocumentType: nothing,
  setNodeSourceCodeLocation: nothing,
  updateNodeSourceCodeLocation: nothing,
  getNodeSourceCodeLocation: () => null,
  getCommentNodeContent: () => '',
  getTextNodeContent: () => '',
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isElementNode: (_node: Node): _node is Node => true,
  isTextNode: (_node: Node): _node is Node => false,
  isCommentNode: (_node: Node): _node is Node => false,
  isDocumentTypeNode: (_node: Node): _node is Node => false,
};

/** A second half of a surrogate pair without its first. */
const LONE = /(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A start tag: where it stands in the source, and what follows it. */
export interface StartTag {
  /** In small letters, as written. */
  readonly name: string;
  /** The first of each name, decoded. */
  readonly attrs: readonly Token.Attribute[];
  readonly start: number;
  readonly end: number;
}

/** What is told of a page while it is parsed, with places in characters of the source. */
export interface Listener {
  /** Before the parser takes the tag in: it may rename attributes. */
  startTag(tag: StartTag): void;
  /** Behind it: whether the parser now takes what follows as text, or is inside SVG or MathML. */
  entered(tag: StartTag, state: 'markup' | 'text' | 'foreign'): void;
  endTag(name: string, start: number): void;
  /** Text as the page has it; only asked for inside SVG and MathML, where it may be written with entities. */
  characters(text: string): void;
}

/**
 * The whole HTML parsing algorithm, tree construction included, since only that knows where text ends and markup
 * begins; without the tree.
 */
export class Walker extends Parser<Tree> {
  private readonly listener: Listener;
  private readonly quick: QuickTokenizer;
  private last: unknown = null;
  /** The first half of a surrogate pair that ended the last piece. */
  private half = '';

  constructor(listener: Listener) {
    super({ treeAdapter: NO_TREE, scriptingEnabled: true });
    this.listener = listener;
    this.quick = new QuickTokenizer(this.options, this);
    this.tokenizer = this.quick;
  }

  /** Takes a piece of the page. */
  write(chunk: string, last: boolean): void {
    // parse5 (8.0.1) takes two second halves of a pair for one character that does not exist, and throws.
    const whole = (this.half + chunk).replace(LONE, '\ufffd').slice(this.half.length);
    this.half = /[\ud800-\udbff]$/.exec(chunk)?.[0] ?? '';
    this.quick.write(whole, last);
  }

  /** Where everything before is settled; 0 where nothing more is than before. */
  get settled(): number {
    return this.quick.settled;
  }

  override onStartTag(token: Token.TagToken): void {
    const tag = {
      name: token.tagName,
      attrs: token.attrs,
      start: this.quick.tagStart,
      end: this.tokenizer.preprocessor.offset + 1,
    };
    this.listener.startTag(tag);
    super.onStartTag(token);
    const { state } = this.tokenizer;
    this.listener.entered(
      tag,
      state === TokenizerMode.RAWTEXT || state === TokenizerMode.SCRIPT_DATA
        ? 'text'
        : this.currentNotInHTML && !token.selfClosing
          ? 'foreign'
          : 'markup',
    );
    this.forget();
  }

  /** Lets go of what is open for no end. No text begins or ends by it, which is all that matters here. */
  private forget(): void {
    const { openElements, activeFormattingElements } = this;
    if (activeFormattingElements.entries.length > FORMATS) activeFormattingElements.entries.pop();
    if (openElements.stackTop <= DEPTH || this.tokenizer.state !== TokenizerMode.DATA) return;
    activeFormattingElements.entries.length = 0;
    while (openElements.stackTop > DEPTH) {
      const { current } = openElements;
      if (!current || current.ns !== html.NS.HTML || KEPT.test(current.tagName)) return;
      openElements.pop();
    }
  }

  override onEndTag(token: Token.TagToken): void {
    // The parser calls this again for a tag that it processes in another mode.
    if (token !== this.last) {
      this.last = token;
      this.listener.endTag(token.tagName, this.quick.tagStart);
    }
    super.onEndTag(token);
  }

  override onCharacter(token: Token.CharacterToken): void {
    if (this.currentNotInHTML) this.listener.characters(token.chars);
    super.onCharacter(token);
  }

  override onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.currentNotInHTML) this.listener.characters(token.chars);
    super.onWhitespaceCharacter(token);
  }
}
