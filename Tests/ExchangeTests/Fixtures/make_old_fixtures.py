"""Makes what old systems write under the name .xls. Needs xlwt; run it in this folder.

season.xls   a workbook of Excel 97 by xlwt: dates, hidden rows and sheets, merged cells, a formula
             that was never computed
small.xls    a workbook so small that its stream lies among the short sectors of its container
page.xls     a web page in GBK
xml2003.xls  the XML of Excel 2003
archive.xls  a web page in a single file
Crashers/    files that stopped a reader, or would have without a check; most come from scripts/fuzz
"""

import base64
import datetime
import quopri
import struct

import xlwt

SCHOOL = ["学校名称", "学校类型", "所属市", "联系人", "手机号码", "学校地址"]
ROSTER = ["姓名", "性别", "身份证号码", "专业名称", "年级", "学制", "入学年月", "操行", "毕(结)业", "班级", "备注"]
PEOPLE = [
    ["韦·小明", "女", "450000200503150028", "护理", "2020级", 3, datetime.date(2020, 9, 1), "优秀", "毕业", 7, "𠮷"],
    ["覃红", "男", "45000020050315001X", "护理", "2020级", 3, datetime.date(2020, 9, 1), "良好", "毕业", 12, None],
]


def season():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("学校")
    sheet.write_merge(0, 0, 0, 5, "2023 年学校情况")
    for column, text in enumerate(SCHOOL):
        sheet.write(1, column, text)
    for column, text in enumerate(["示范职业学校", "市县学校", "南宁市", "李明", 13800000001, "示范路1号"]):
        sheet.write(2, column, text)
    sheet = book.add_sheet("名册")
    day = xlwt.easyxf(num_format_str='yyyy"年"m"月"')
    three = xlwt.easyxf(num_format_str="000")
    for column, text in enumerate(ROSTER):
        sheet.write(0, column, text)
    for row, person in enumerate(PEOPLE, 1):
        for column, value in enumerate(person):
            style = {6: day, 9: three}.get(column, xlwt.Style.default_style)
            if value is not None:
                sheet.write(row, column, value, style)
    sheet.write(2, 10, xlwt.Formula("1+1"))
    sheet.row(2).hidden = True
    sheet.write(3, 0, "合计")
    sheet.write(3, 2, "2人")
    sheet = book.add_sheet("异动")
    sheet.visibility = 1
    head = ["姓名", "身份证号", "性别", "专业", "年级", "学制", "异动前", "异动后", "异动时间", "异动类型", "审核状态"]
    for column, text in enumerate(head):
        sheet.write(0, column, text)
    row = ["韦·小明", "450000200503150028", "女", "护理", "2020级", "3年", "2019级", "2020级", 44440.5, "留级", "审核通过"]
    for column, value in enumerate(row):
        sheet.write(1, column, value, xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm") if column == 8 else xlwt.Style.default_style)
    book.save("season.xls")


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def small():
    """The container is written by hand: xlwt fills short streams up."""
    def label(row, column, text):
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))

    begin = lambda kind: record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 6))
    name = "学校".encode("utf-16-le")
    sheet = lambda position: record(0x0085, struct.pack("<IHBB", position, 0, 2, 1) + name)
    globals_ = len(begin(5)) + len(sheet(0)) + 4
    stream = begin(5) + sheet(globals_) + record(0x000A) + begin(0x10)
    for row, values in enumerate([["学校名称", "学校类型", "联系人", "手机号码", "学校地址"], ["示范职业学校", "区直中职学校", "李明", "13800000001", "示范路1号"]]):
        stream += b"".join(label(row, column, text) for column, text in enumerate(values))
    stream += record(0x000A)
    shorts = (len(stream) + 63) // 64
    sectors = (shorts * 64 + 511) // 512
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    # Sector 0 is the table, 1 the directory, 2 the table of short sectors, 3... the short sectors.
    fat = [table, end, end] + [4 + index for index in range(sectors - 1)] + [end]
    entry = lambda text, kind, start, size, child: (
        text.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBBIII", len(text) * 2 + 2, kind, 1, free, free, child)
        + bytes(36) + struct.pack("<IQ", start, size))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    words = lambda values: b"".join(struct.pack("<I", value) for value in values).ljust(512, b"\xff")
    directory = entry("Root Entry", 5, 3, shorts * 64, 1) + entry("Workbook", 2, 0, len(stream), free)
    data = header + words(fat) + directory.ljust(512, b"\0")
    data += words([index + 1 for index in range(shorts - 1)] + [end]) + stream.ljust(sectors * 512, b"\0")
    open("small.xls", "wb").write(data)


def page():
    heads = "".join(f"<th>{text}</th>" for text in ROSTER)
    rows = [f"<tr><td colspan=11 align=center><b>毕业生名册</b></td></tr>", f"<TR>{heads}</TR>"]
    cells = ["韦&middot;小明", "女", "450000200503150028", "护理", "2020级", "3年", "2020-09", "优秀", "毕业", "1班", "&nbsp;"]
    rows.append("<tr>" + "".join(f"<td style='mso-number-format:\"\\@\";'>{text}</td>" for text in cells) + "</tr>")
    cells = ["覃红", "男", "45000020050315001X", "<font>护<i>理</i></font>", "2020级", "3年", "2020-09", "良好", "毕业", "1班", "甲<br>乙"]
    rows.append("<tr style='display: none'>" + "".join(f"<td>\n  {text} " for text in cells))
    body = "\n".join(rows)
    text = f"""<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=gbk"><style>td {{ color: black }} <!-- <table> --></style>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><table></x:ExcelWorkbook></xml><![endif]--></head>
<body><table border="1">{body}</table></body></html>
"""
    open("page.xls", "wb").write(text.encode("gbk"))


def xml2003():
    cell = lambda text, kind="String", extra="": f'<Cell{extra}><Data ss:Type="{kind}">{text}</Data></Cell>'
    heads = "".join(map(cell, ROSTER))
    text = f"""<?xml version="1.0" encoding="GB2312"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm"/></Style><Style ss:ID="n"><NumberFormat ss:Format="000"/></Style></Styles>
<Worksheet ss:Name="名册"><Table>
<Row ss:Index="2">{cell("毕业生名册", extra=' ss:MergeAcross="10"')}</Row>
<Row>{heads}</Row>
<Row>{cell("韦·小明")}{cell("女")}{cell("450000200503150028")}{cell("护理")}{cell("2020级")}{cell("3", "Number")}{cell("2020-09-01T00:00:00.000", "DateTime", ' ss:StyleID="d"')}{cell("优秀")}{cell("毕业")}{cell("7", "Number", ' ss:StyleID="n"')}
<Cell><Data ss:Type="String">甲</Data><Comment ss:Author="x"><ss:Data>批注</ss:Data></Comment></Cell></Row>
<Row ss:Hidden="1">{cell("覃红")}{cell("男")}{cell("45000020050315001X")}{cell("护理")}{cell("2020级")}{cell("3年")}{cell("44075", "Number", ' ss:StyleID="d"')}{cell("良好")}{cell("毕业")}<Cell ss:Index="11" ss:Formula="=1+1"/></Row>
</Table></Worksheet>
<Worksheet ss:Name="备用"><Table><Row>{cell("无")}</Row></Table><x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions></Worksheet>
</Workbook>
"""
    open("xml2003.xls", "wb").write(text.encode("gbk"))


def archive():
    row = lambda values: "<tr>" + "".join(f"<td>{value}</td>" for value in values) + "</tr>"
    school = f"<html><body><table>{row(SCHOOL)}{row(['示范职业学校', '市县学校', '南宁市', '李明', '13800000001', '示范路1号'])}</table></body></html>"
    person = ["韦小明", "女", "450000200503150028", "护理", "2020级", "3年", "2020-09", "优秀", "毕业", "1班", ""]
    roster = f"<html><body><table>{row(ROSTER)}{row(person)}</table></body></html>"
    text = b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary=\"----=_Next\"\r\n\r\n"
    part = lambda name, encoding, body: (
        f"------=_Next\r\nContent-Location: file:///C:/a/{name}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Type: text/html; charset=\"gb2312\"\r\n\r\n").encode() + body + b"\r\n\r\n"
    text += part("book.htm", "quoted-printable", b"<html><frameset><frame src=3D\"x\"></frameset></html>")
    text += part("sheet001.htm", "quoted-printable", quopri.encodestring(school.encode("gb2312")).replace(b"\n", b"\r\n"))
    text += part("sheet002.htm", "base64", base64.encodebytes(roster.encode("utf-8")))
    open("archive.xls", "wb").write(text + b"------=_Next--\r\n")


def loop():
    """A sector of the workbook follows itself."""
    data = bytearray(open("season.xls", "rb").read())
    table = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    struct.pack_into("<I", data, table, 0)
    open("Crashers/loop.xls", "wb").write(data)


season()
small()
loop()
page()
xml2003()
archive()
