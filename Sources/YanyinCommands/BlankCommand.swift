package import ArgumentParser
internal import Forms
internal import Packets
internal import Records

/// `yanyin blank`: an empty workbook with every table, ready to be filled in.
package struct BlankCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "blank",
    abstract: "Write an empty import workbook with the right headings and drop-down lists."
  )

  @Argument(help: "The workbook to write; a file that is there is not replaced.")
  var file: String

  @OptionGroup var templates: TemplateCommand.Options

  @Flag(help: "Replace a file that is there.")
  var force = false

  package init() {}

  package func run() throws {
    guard file.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("\(file): the name of the workbook ends in .xlsx.")
    }
    try Failures.translated {
      let library = try templates.library()
      try EntryWorkbook.write(library.schema, to: file, replacing: force)
      Terminal.print(file)
    }
  }
}
