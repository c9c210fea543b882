internal import DocumentModel
internal import Markup
internal import Pictures

extension TemplateCompiler {
  /// The picture of an `<image>`; nil where it cannot be shown.
  mutating func picture(_ element: MarkupElement) -> PictureBlock? {
    check(element)
    noContent(element)
    let width = length(element, "width")
    let height = length(element, "height")
    let alignment = alignment(element) ?? .left
    guard let source = element["src"]?.value, let picture = picture(source), let width else {
      return nil
    }
    let block = PictureBlock(
      picture: picture,
      width: width,
      // Without a height of its own it keeps its shape.
      height: height
        ?? Length(milliPoints: Int(width.milliPoints) * picture.height / picture.width),
      alignment: alignment,
      description: element["alt"]?.value.value ?? ""
    )
    let usable = sheet.usable
    guard block.width <= usable.width, block.height <= usable.height else {
      let room = "\(MillimetreText.text(usable.width))、高\(MillimetreText.text(usable.height))"
      let message = "图片比页边距以内的地方大（宽\(room)）。请改小 width 或 height。"
      report("T041", message, at: element.nameOffset)
      return nil
    }
    return block
  }

  private mutating func picture(_ source: MarkupText) -> Picture? {
    let name = source.value
    if let known = pictures[Array(name.utf8)] { return known }
    if let reason = TemplatePath.refusal(of: name, endings: TemplatePath.pictures) {
      report("T030", "不能使用“\(name)”：\(reason)", in: source)
      return nil
    }
    guard let bytes = try? read(name) else {
      let message = "读不到图片“\(name)”。请检查名称，文件应在模板文件夹中，不超过 4 MB。"
      report("T031", message, in: source)
      return nil
    }
    do {
      let picture = try PictureReader.read(bytes)
      pictures[Array(name.utf8)] = picture
      dependencies.append(TemplateFile(name: name, bytes: bytes))
      return picture
    } catch let fault as PictureFault {
      report("T034", "不能使用图片“\(name)”：\(fault.reason)", in: source)
    } catch {
      failure = error
    }
    return nil
  }
}
