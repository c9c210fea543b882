internal import Diagnostics

extension Manifest {
  /// The manifest as JSON with stable key order and one document on a line, so that `diff` reads.
  package var json: String {
    var lists = [("documents", documents.map(\.line)), ("packets", packets.map(\.line))]
    if let merged { lists.append(("merged", merged.map(\.line))) }
    lists.append(("withheld", withheld.map(\.line)))
    let body = lists.map { name, lines in
      lines.isEmpty
        ? "  \"\(name)\": []"
        : "  \"\(name)\": [\n    \(lines.joined(separator: ",\n    "))\n  ]"
    }
    let head =
      "  \"format\": \(format), \"year\": \(year), \"generator\": \(JSONText.quoted(generator)), "
      + "\"revision\": \(revision),"
    return "{\n\(head)\n\(body.joined(separator: ",\n"))\n}\n"
  }
}

/// Members of a JSON object in the order in which they are added; absent values are left out.
private struct Members {
  private var list: [(String, String)] = []

  mutating func add(_ name: String, _ text: String?) {
    if let text { list.append((name, JSONText.quoted(text))) }
  }

  mutating func add(_ name: String, _ number: Int?) {
    if let number { list.append((name, String(number))) }
  }

  mutating func add(_ name: String, flag: Bool?) {
    if flag == true { list.append((name, "true")) }
  }

  mutating func add(_ name: String, json: String) {
    list.append((name, json))
  }

  var json: String { JSONText.object(list) }
}

extension Manifest.Document {
  fileprivate var line: String {
    var members = Members()
    members.add("path", path)
    members.add("form", form)
    members.add("volume", volume)
    members.add("city", city)
    members.add("school", school)
    members.add("paper", paper)
    members.add("pages", pages)
    members.add("copies", copies)
    members.add("sha256", sha256)
    members.add("fingerprint", fingerprint)
    members.add("outdated", flag: outdated)
    return members.json
  }
}

extension Manifest.Packet {
  fileprivate var line: String {
    var members = Members()
    members.add("path", path)
    members.add("city", city)
    members.add("school", school)
    members.add("paper", paper)
    members.add("pages", pages)
    members.add("sha256", sha256)
    members.add("fingerprint", fingerprint)
    members.add("parts", json: "[\(parts.map(\.line).joined(separator: ","))]")
    members.add("outdated", flag: outdated)
    return members.json
  }
}

extension Manifest.Merged {
  fileprivate var line: String {
    var members = Members()
    members.add("path", path)
    members.add("paper", paper)
    members.add("pages", pages)
    members.add("sha256", sha256)
    members.add("fingerprint", fingerprint)
    members.add("schools", json: "[\(schools.map(\.line).joined(separator: ","))]")
    members.add("outdated", flag: outdated)
    return members.json
  }
}

extension Manifest.Merged.School {
  fileprivate var line: String {
    var members = Members()
    members.add("city", city)
    members.add("school", school)
    members.add("firstPage", firstPage)
    members.add("pages", pages)
    return members.json
  }
}

extension Manifest.Part {
  fileprivate var line: String {
    var members = Members()
    members.add("form", form)
    members.add("volume", volume)
    members.add("copy", copy)
    members.add("firstPage", firstPage)
    members.add("pages", pages)
    return members.json
  }
}

extension Manifest.Withheld {
  fileprivate var line: String {
    var members = Members()
    members.add("city", city)
    members.add("school", school)
    members.add("form", form)
    members.add("volume", volume)
    members.add("errors", errors)
    return members.json
  }
}
