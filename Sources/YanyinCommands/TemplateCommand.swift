package import ArgumentParser
internal import Diagnostics
internal import Fonts
internal import Forms
internal import Packets
internal import Records

/// `yanyin template`: for the people who edit templates.
package struct TemplateCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Check, list and preview templates; write the schemas of the XML outputs.",
    subcommands: [Lint.self, List.self, Preview.self, Schema.self]
  )

  package init() {}

  struct Options: ParsableArguments {
    @Option(help: "The folder of templates.", completion: .directory)
    var templates: String?

    @Option(help: "The season's year; the newest folder is taken without it.")
    var year: Int?

    /// The folder that is meant.
    func folder() throws -> String {
      guard let folder = ProgramFolders.templates(templates, year: year) else {
        throw ValidationError("No folder with a packet.xml was found; name one with --templates.")
      }
      return folder
    }

    /// The compiled folder; findings of severity error end the command.
    func library() throws -> TemplateLibrary {
      let (library, sink) = try TemplateFolder.load(try folder())
      guard let library, !sink.hasErrors else {
        for finding in sink.diagnostics { Terminal.report(finding.text) }
        throw ExitStatus.withheld.exitCode
      }
      return library
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every template of the folder, or those of one form."
    )

    @OptionGroup var options: Options
    @Argument(help: "A form, as registration.") var name: String?

    func run() throws {
      try Failures.translated {
        let folder = try options.folder()
        let (library, sink) = try TemplateFolder.load(folder)
        let files = try files(of: library)
        let findings = sink.diagnostics.filter { finding in
          guard let files, let place = finding.place.file else { return true }
          return files.contains { place.hasSuffix("/\($0)") }
        }
        for finding in findings { Terminal.print(finding.text) }
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
        Terminal.print(
          "\(folder)：\(library?.templates.count ?? 0) 个模板，错误 \(errors)、警告 \(warnings)。"
        )
        if errors > 0 { throw ExitStatus.withheld.exitCode }
      }
    }

    /// The templates of the form that is asked for, `packet.xml` with them; nil for all.
    private func files(of library: TemplateLibrary?) throws -> [String]? {
      guard let name, let library else { return nil }
      guard let form = library.packet.form(name) else {
        let known = library.packet.forms.map(\.id).joined(separator: ", ")
        throw ValidationError("\(name): packet.xml has \(known).")
      }
      return ["packet.xml", form.template] + form.variants.map(\.template)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List forms, variants and the names that templates may use."
    )

    @OptionGroup var options: Options

    func run() throws {
      try Failures.translated {
        let library = try options.library()
        for form in library.packet.forms {
          let variants = form.variants.map { "\($0.name)=\($0.template)" }
          Terminal.print(
            ([form.id, FormTitles.title(form.id), form.template] + variants).joined(
              separator: "\t"
            )
          )
          for root in library.vocabulary.roots(of: form.id) ?? [] {
            Terminal.print("\t\(root)")
          }
        }
        for type in library.vocabulary.types.values.sorted(by: { $0.name < $1.name }) {
          Terminal.print("\(type.name)\t\(type.title)")
          for field in type.stored + type.derived {
            Terminal.print("\t\(type.name).\(field.name)\t\(field.heading)")
          }
          for member in type.lists + type.collections {
            Terminal.print("\t\(type.name).\(member.name)\t\(member.title)（\(member.entity)）")
          }
        }
      }
    }
  }

  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fill a form with sample data; writes NAME.pdf and NAME.html."
    )

    @OptionGroup var options: Options
    @Argument(help: "A form, as registration.") var name: String
    @Option(help: "A variant of the form, as a4.") var variant: String?
    @Option(help: "The folder to write to.", completion: .directory) var out = "."
    @Option(help: "A folder with the office's own fonts.", completion: .directory)
    var fonts: String?

    func run() throws {
      try Failures.translated {
        let library = try options.library()
        guard library.packet.form(name) != nil else {
          let known = library.packet.forms.map(\.id).joined(separator: ", ")
          throw ValidationError("There is no form \(name); packet.xml has \(known).")
        }
        let (fontSet, remarks) = try ProgramFonts.load(overrides: fonts, RunLog())
        let preview = try Preview.make(library: library, fonts: fontSet, name, variant)
        for finding in remarks.diagnostics + preview.findings { Terminal.report(finding.text) }
        guard !preview.findings.contains(where: { $0.severity == .error }) else {
          throw ExitStatus.data.exitCode
        }
        for path in try preview.write(to: out) { Terminal.print(path) }
      }
    }

    private static func make(
      library: TemplateLibrary,
      fonts: FontSet,
      _ form: String,
      _ variant: String?
    ) throws -> TemplatePreview {
      try TemplatePreview(library: library, fonts: fonts, form: form, variant: variant)
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the XML Schema of a form's XML to standard output, or all to a folder."
    )

    @OptionGroup var options: Options
    @Argument(help: "A form, as registration; all without one.") var name: String?
    @Option(help: "The folder to write FORM.xsd files to.", completion: .directory)
    var out: String?

    func run() throws {
      try Failures.translated {
        let library = try options.library()
        let known = library.packet.forms.map(\.id).filter {
          !Vocabulary.attendantForms.contains($0)
        }
        let asked = name.map { [$0] } ?? known
        for form in asked {
          guard known.contains(form) else {
            throw ValidationError(
              "There is no form \(form); packet.xml has \(known.joined(separator: ", "))."
            )
          }
          let schema = try FormSchemas.schema(of: form, schema: library.schema)
          if let out {
            Terminal.print(try FormSchemas.write(schema, form: form, to: out))
          } else {
            Terminal.print(String(decoding: schema, as: UTF8.self))
          }
        }
      }
    }
  }
}
