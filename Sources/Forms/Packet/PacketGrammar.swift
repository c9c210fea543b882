extension PacketReader {
  /// Every element of `packet.xml`.
  static let grammar = Grammar(elements: [
    "packet": Grammar.Element(
      required: ["year", "notice"],
      optional: ["full-mark", "certificate-pattern"],
      children: ["season", "field", "form", "material", "order"]
    ),
    "season": Grammar.Element(
      required: ["sealing-period", "sealing-place"],
      optional: ["sealing-start", "sealing-end", "receipt-deadline", "receipt-mail"]
    ),
    "field": Grammar.Element(
      required: ["table", "name"],
      optional: ["id", "required", "kind", "synonyms"]
    ),
    "form": Grammar.Element(
      required: ["id", "template"],
      optional: ["per", "source"],
      children: ["variant"]
    ),
    "variant": Grammar.Element(required: ["name", "template"]),
    "material": Grammar.Element(
      required: ["number", "title"],
      optional: ["kind", "form", "seals"],
      children: ["copies", "slip"]
    ),
    "slip": Grammar.Element(optional: ["headline", "note"]),
    "copies": Grammar.Element(required: ["type"]),
    "order": Grammar.Element(children: ["item"]),
    "item": Grammar.Element(optional: ["form", "material"]),
  ])
}
