"""What we ask of a tagged PDF: our own list, after the parts of ISO 14289-1 that a program can look at. No certificate.

problems(path, language) returns a list of sentences, empty for a file that is as we want it.
"""
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

# Structure types of ISO 32000-1, 14.8.4, as far as the report uses them, and what may stand in each.
INSIDE = {
    "Table": {"THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI"},
}
ONLY_INSIDE = {"TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
               "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
KNOWN = {"Document", "Part", "Sect", "Div", "P", "Figure", "Form", "Link", "Span"} | set(ONLY_INSIDE) | {"Table", "L", "TOC"}
PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
LOOKED_AT = " ".join(sorted(PAINTING | {"BDC", "BMC", "EMC"}))


class Element:
    """A structure element with its kind, its parent and what it holds."""

    def __init__(self, raw, parent):
        self.raw = raw
        self.kind = str(raw.S)[1:]
        self.parent = parent
        self.elements, self.contents, self.objects = [], [], []
        for kid in _list(raw.get("/K")):
            if isinstance(kid, int):
                self.contents.append((raw.Pg.objgen, kid))
            elif "/S" in kid:
                self.elements.append(Element(kid, self))
            elif "/MCID" in kid:
                self.contents.append((kid.get("/Pg", raw.get("/Pg")).objgen, int(kid.MCID)))
            elif "/Obj" in kid:
                self.objects.append(kid.Obj.objgen)

    def walk(self):
        yield self
        for element in self.elements:
            yield from element.walk()

    def is_empty(self):
        return not (self.contents or self.objects) and all(element.is_empty() for element in self.elements)


def tree(pdf):
    """The outermost element."""
    return Element(_list(pdf.Root.StructTreeRoot.K)[0], None)


def _list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


class _Check:
    def __init__(self, pdf, language):
        self.pdf, self.root, self.language = pdf, pdf.Root, language
        self.found = []

    def need(self, truth, text, *arguments):
        if not truth:
            self.found.append(text % arguments)

    def document(self):
        root = self.root
        self.need(str(root.get("/Lang", "")) == self.language, "language %s, expected %s", root.get("/Lang"), self.language)
        self.need("/MarkInfo" in root and bool(root.MarkInfo.get("/Marked")), "not marked as tagged")
        self.need("/MarkInfo" in root and not bool(root.MarkInfo.get("/Suspects", False)), "marked as suspect")
        self.need("/ViewerPreferences" in root and bool(root.ViewerPreferences.get("/DisplayDocTitle")),
                  "the title is not shown")
        title = str(self.pdf.docinfo.get("/Title", ""))
        self.need(title.strip(), "no title")
        xmp = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
        self.need(re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp), "metadata do not name the standard")
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            self.need(meta.get("dc:title") == title, "title in the metadata: %s, expected %s", meta.get("dc:title"), title)
        self.need("/OpenAction" not in root and "/AA" not in root and not self.pdf.is_encrypted, "an action, or encrypted")

    def structure(self):
        self.need(len(_list(self.root.StructTreeRoot.K)) == 1, "several outermost elements")
        elements = list(tree(self.pdf).walk())
        self.need(elements[0].kind == "Document", "the tree begins with %s", elements[0].kind)
        for element in elements:
            kind, parent = element.kind, element.parent.kind if element.parent else None
            self.need(kind in KNOWN or re.fullmatch("H[1-6]", kind), "unknown element %s", kind)
            self.need(parent is None or kind in INSIDE.get(parent, {kind}), "%s in %s", kind, parent)
            self.need(kind not in ONLY_INSIDE or parent in ONLY_INSIDE[kind], "%s in %s", kind, parent)
            self.need(kind == "TD" or not element.is_empty(), "empty %s", kind)
            if element.parent:
                self.need(element.raw.P.objgen == element.parent.raw.objgen, "%s names another parent", kind)
        levels = [int(element.kind[1]) for element in elements if re.fullmatch("H[1-6]", element.kind)]
        self.need(levels and levels[0] == 1, "the first heading is not of the first level")
        self.need(all(b <= a + 1 for a, b in zip(levels, levels[1:])), "a level of headings is skipped")
        for element in elements:
            getattr(self, "_" + element.kind.lower(), lambda _element: None)(element)
        self.headings = sum(level == 1 for level in levels)
        self.elements = elements

    def _figure(self, element):
        self.need(str(element.raw.get("/Alt", "")).strip(), "a figure without words for it")

    def _th(self, element):
        attributes = [a for a in _list(element.raw.get("/A")) if isinstance(a, Dictionary)]
        self.need(any(str(a.get("/O")) == "/Table" and str(a.get("/Scope")) in ("/Column", "/Row", "/Both")
                      for a in attributes), "a head without scope")

    def _table(self, element):
        rows = [row for row in element.walk() if row.kind == "TR"]
        widths = {len(row.elements) for row in rows}
        self.need(len(widths) == 1, "a table with rows of %s cells", sorted(widths))

    def _link(self, element):
        self.need(element.objects, "a link that leads nowhere")
        self.need(element.contents or element.elements, "a link without words")

    def _form(self, element):
        self.need(len(element.objects) == 1, "a form with %d fields", len(element.objects))

    def contents(self):
        """Each marked piece of each page is in the tree once; the way back leads to the element that holds it."""
        held = {}
        for element in self.elements:
            for content in element.contents:
                self.need(content not in held, "a piece of a page is in two elements")
                held[content] = element
        back = dict(_pairs(self.root.StructTreeRoot.ParentTree))
        marked = set()
        for number, page in enumerate(self.pdf.pages, 1):
            self.need(page.get("/Tabs") == Name.S, "page %d: no order for the tabulator", number)
            parents = back.get(int(page.get("/StructParents", -1)), [])
            for mcid in self._page(number, page):
                content = (page.objgen, mcid)
                marked.add(content)
                self.need(content in held, "page %d: piece %d is not in the tree", number, mcid)
                self.need(mcid < len(parents) and content in held
                          and parents[mcid].objgen == held[content].raw.objgen, "page %d: no way back from piece %d", number, mcid)
            self._annotations(number, page, back)
        self.need(set(held) == marked, "%d elements hold what no page has", len(set(held) - marked))

    def _page(self, number, page):
        """All that paints is marked, either as content or as artifact. Returns the numbers of the contents."""
        stack, loose, mcids = [], 0, []
        for operands, operator in pikepdf.parse_content_stream(page, LOOKED_AT):
            name = str(operator)
            if name in ("BDC", "BMC"):
                self.need(not stack, "page %d: marked content in marked content", number)
                stack.append(str(operands[0]))
                if name == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
                    mcids.append(int(operands[1].MCID))
            elif name == "EMC":
                self.need(stack, "page %d: an end without a beginning", number)
                stack and stack.pop()
            elif name in PAINTING and not stack:
                loose += 1
        self.need(not stack, "page %d: marked content is not ended", number)
        self.need(loose == 0, "page %d: %d operators paint outside of marked content", number, loose)
        self.need(len(set(mcids)) == len(mcids), "page %d: a number of content twice", number)
        self._fonts(number, page)
        return mcids

    def _fonts(self, number, page):
        for font in dict(page.get("/Resources", {}).get("/Font", {})).values():
            base = font.get("/BaseFont", font.get("/Name", "?"))
            self.need("/ToUnicode" in font, "page %d: %s does not say which letters it shows", number, base)
            if str(font.Subtype) == "/Type3":
                continue
            bearer = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = bearer.get("/FontDescriptor", Dictionary())
            self.need(any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
                      "page %d: %s is not embedded", number, base)

    def _annotations(self, number, page, back):
        links = {reference: element for element in self.elements for reference in element.objects}
        for annotation in _list(page.get("/Annots")):
            kind = {"/Link": "Link", "/Widget": "Form"}.get(str(annotation.Subtype))
            self.need(kind, "page %d: an annotation that is no link and no field", number)
            self.need(annotation.objgen not in links or links[annotation.objgen].kind == kind, "page %d: a %s in a %s", number, kind,
                      links.get(annotation.objgen) and links[annotation.objgen].kind)
            if kind == "Form":
                self._field(number, page, annotation)
            self.need(str(annotation.get("/Contents", "")).strip(), "page %d: a link without description", number)
            self.need(annotation.objgen in links, "page %d: a link that is not in the tree", number)
            holder = back.get(int(annotation.get("/StructParent", -1)))
            self.need(holder is not None and annotation.objgen in links
                      and holder.objgen == links[annotation.objgen].raw.objgen, "page %d: no way back from a link", number)
            if "/Dest" in annotation:
                self.need(str(annotation.Dest) in self.names, "page %d: a link to %s, which is nowhere", number, annotation.Dest)

    def _field(self, number, page, annotation):
        """An empty field to sign: named, printed, on its page, known to the document."""
        fields = [field.objgen for field in _list(self.root.get("/AcroForm", {}).get("/Fields"))]
        self.need(annotation.get("/FT") == Name.Sig and "/V" not in annotation, "page %d: a field that is not for a signature", number)
        self.need(fields.count(annotation.objgen) == 1, "page %d: a field that the document does not know", number)
        self.need(str(annotation.get("/T", "")) and str(annotation.get("/TU", "")).strip(), "page %d: a field without a name", number)
        self.need(annotation.get("/P") is not None and annotation.P.objgen == page.objgen, "page %d: a field of another page", number)
        self.need(int(annotation.get("/F", 0)) == 4, "page %d: a field that is not printed", number)
        box = [float(side) for side in annotation.Rect]
        self.need(box[2] - box[0] > 100 and box[3] - box[1] > 30, "page %d: a field of %s", number, box)

    def outline(self):
        self.names = dict(_names(self.root.Names.Dests)) if "/Names" in self.root else {}
        entries = list(_entries(self.root.get("/Outlines")))
        self.need(entries or len(self.pdf.pages) <= 2, "no outline")
        for entry in entries:
            self.need(str(entry.Title).strip(), "an entry of the outline without words")
            self.need(str(entry.get("/Dest", "")) in self.names, "the outline's “%s” leads nowhere", entry.Title)


def _pairs(tree):
    """Number → what, of a number tree."""
    nums = _list(tree.get("/Nums"))
    for number, value in zip(nums[::2], nums[1::2]):
        yield int(number), value
    for kid in _list(tree.get("/Kids")):
        yield from _pairs(kid)


def _names(tree):
    names = _list(tree.get("/Names"))
    for name, value in zip(names[::2], names[1::2]):
        yield str(name), value
    for kid in _list(tree.get("/Kids")):
        yield from _names(kid)


def _entries(parent):
    entry = parent.get("/First") if parent is not None else None
    while entry is not None:
        yield entry
        yield from _entries(entry)
        entry = entry.get("/Next")


def problems(path, language):
    with pikepdf.open(path) as pdf:
        check = _Check(pdf, language)
        check.document()
        if "/StructTreeRoot" not in pdf.Root:
            return check.found + ["no structure"]
        check.structure()
        check.outline()
        check.contents()
        return list(dict.fromkeys(check.found))
