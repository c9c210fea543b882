"""Makes the workbooks that the tests of Exchange read. Needs openpyxl; run it in this folder.

Hostile containers are made by the tests themselves; here are only what office programs write.
"""

import datetime

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

ROSTER = ["姓名", "性别", "身份证\n号码", "专业名称", "年 级", "学制", "入学年月", "操行*", "毕（结）业", "手机", "班级", "备注"]


def season():
    book = openpyxl.Workbook()
    school = book.active
    school.title = "学校"
    school.append(["2023 年学校情况"])
    school.merge_cells("A1:F1")
    school.append(["学校名称", "学校类型", "所属市", "联系人", "手机号码", "学校地址"])
    school.append(["示范职业学校", "市县学校", "南宁市", "李明", 13800000001, "示范路1号_x000D_\n东门"])
    roster = book.create_sheet("名册")
    roster.append(ROSTER)
    roster.append(
        ["韦·小明", 1, "450000200503150028", "护理", 2020, 3, datetime.date(2020, 9, 1), "优秀", "毕业", 0.5, "001班", True]
    )
    roster.append(["覃红", "女", 450000200503150028, "护理", "20级", "三年制", 202009, "良好", "毕业", None, 7, "=1+1"])
    roster["K3"].number_format = "000"
    roster["J2"].number_format = "0.0%"
    roster.row_dimensions[3].hidden = True
    roster.append(["合计", None, "2人"])
    roster.append(["说明：按名册填写。"])
    changes = book.create_sheet("异动")
    changes.append(["姓名", "身份证号", "性别", "修读专业", "年级", "学制", "变更前", "变更后", "申请时间", "异动类别", "状态"])
    changes.append(["韦小明", "450000200503150028", "女", "护理", "2020级", "3年", "2019级", "2020级", 44440, "留级", "审核通过"])
    changes.append(["韦小明", "450000200503150028", "女", "护理", "2020级", "3年", "韦晓明", "韦小明", datetime.date(2021, 9, 1), "姓名变更", "审核通过"])
    changes.sheet_state = "hidden"
    scores = book.create_sheet("成绩")
    scores.append(["身份证号码", "姓名", "语文（上）", "数学"])
    scores.append(["450000200503150028", "韦小明", 85, 90.5])
    rich = CellRichText("缓", TextBlock(InlineFont(b=True), "考"))
    scores.append(["45000020050315001X", "覃红", rich, 60])
    book.create_sheet("Sheet2")
    secret = book.create_sheet("secret")
    secret.append(ROSTER)
    secret.sheet_state = "veryHidden"
    book.save("season.xlsx")


def dates1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "对口招收"
    sheet.append(["高职院校名称", "填写日期", "姓名", "性别", "身份证号码", "高职就读年级专业", "来源中职 学校名称", "联系方式"])
    sheet.append(["示范学院", datetime.date(2023, 6, 1), "韦小明", "女", "450000200503150028", "2022级护理", "示范职业学校", "13800000001"])
    sheet["B2"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
    book.save("dates1904.xlsx")


def small():
    book = openpyxl.Workbook()
    book.active.title = "学校"
    book.active.append(["学校名称", "学校类型", "联系人", "手机号码", "学校地址"])
    book.active.append(["示范职业学校", "区直中职学校", "李明", "13800000001", "示范路1号"])
    book.save("small.xlsx")


def empty():
    openpyxl.Workbook().save("empty.xlsx")


empty()
season()
dates1904()
small()
