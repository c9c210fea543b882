#!/usr/bin/env python3
"""Makes the example season that lies beside this script: one bureau and three schools.

Every person, number, school and college is invented; identity numbers carry the area code 450000,
which stands for the region as a whole and is given to nobody. The data keeps every rule, so a
packet of it must come out complete and without an error.

    pip install openpyxl==3.1.5
    python3 Examples/make_examples.py [FOLDER]      (default: the folder of this script)

The same seed gives the same tables; `check_examples.py` says whether the committed ones are these.
"""

import csv
import io
import pathlib
import random
import re
import sys
import zipfile
from dataclasses import dataclass, field

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

SEED = 622
YEAR = 2023

BIG_NAME = "阿卜杜热合曼·阿卜杜热西提"
LONGEST_NAME = "阿卜杜热合曼·阿卜杜热西提·买买提吐尔逊·艾买提江"  # 25 code points, the longest a form must hold


@dataclass
class Student:
    """A row of the roster, and the marks that belong to it."""

    name: str
    sex: str
    birth: str
    ident: str
    nation: str
    school: str
    major: str
    clazz: str
    number: str
    entry: str = "202009"
    result: str = "毕业"
    certificate: str = ""
    practice: str = "合格"
    conduct: str = "良好"
    remark: str = ""
    scores: dict = field(default_factory=dict)


@dataclass
class Major:
    """A major of one school, with its plan of courses: (name, short name, kind)."""

    name: str
    code: str
    classes: list
    admitted: int
    courses: list


@dataclass
class School:
    """A school and everything its clerk keeps."""

    name: str
    facts: dict
    majors: list
    students: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    intake: list = field(default_factory=list)


SURNAMES = "韦覃黄李陆农蒙梁莫罗蓝陈王张刘杨周吴何廖谭卢潘邓苏甘石岑凌闭零单区仇班"
MEN = "伟强磊军洋勇杰涛明超刚志文海建国晓东振宇欣浩然思远嘉诚子轩俊天佑启家豪宇航"
WOMEN = "芳娜敏静丽艳娟秀霞英华玉兰燕春雪梅红佳怡梓涵雨婷丹妮欣悦诗琪若曦秋月艺馨"
NATIONS = ["壮族", "汉族", "壮族", "瑶族", "汉族", "苗族", "侗族", "仫佬族", "壮族", "毛南族"]


class People:
    """Invented people, no two with one name or one identity number."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = set()
        self.idents = set()

    def name(self, sex):
        given = MEN if sex == "男" else WOMEN
        while True:
            length = 2 if self.random.random() < 0.85 else 1
            name = self.random.choice(SURNAMES) + "".join(self.random.sample(given, length))
            if name not in self.names:
                self.names.add(name)
                return name

    def birth(self):
        month = self.random.randint(0, 11)  # September 2004 to August 2005: one school year
        year, month = (2004, month + 9) if month < 4 else (2005, month - 3)
        return f"{year}{month:02d}{self.random.randint(1, 28):02d}"

    def ident(self, sex, birth):
        while True:
            serial = self.random.randint(0, 499) * 2 + (1 if sex == "男" else 0)
            ident = with_check_digit(f"450000{birth}{serial:03d}")
            if ident not in self.idents:
                self.idents.add(ident)
                return ident


def with_check_digit(first17):
    """GB 11643-1999: the first 17 digits and the one that follows from them."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(first17, weights))
    return first17 + "10X98765432"[total % 11]


COMMON = [
    ("语文", "", "公共基础课"),
    ("数学", "", "公共基础课"),
    ("英语", "", "公共基础课"),
    ("思想政治", "", "公共基础课"),
    ("历史", "", "公共基础课"),
    ("信息技术", "", "公共基础课"),
    ("体育与健康", "", "公共基础课"),
    ("公共艺术", "", "公共基础课"),
]

COMPUTING = COMMON + [
    ("计算机组装与维护", "", "专业课"),
    ("网络设备安装与调试（锐捷版）", "网络设备调试", "专业课"),
    ("Photoshop图像处理", "", "专业课"),
    ("C语言程序设计", "", "专业课"),
    ("网页设计与制作", "", "专业课"),
    ("专业技能综合实训", "", "实训课"),
]

NURSING = COMMON + [
    ("解剖学基础", "", "专业课"),
    ("生理学基础", "", "专业课"),
    ("病理学基础", "", "专业课"),
    ("药物学基础", "", "专业课"),
    ("病原生物与免疫学基础", "病原与免疫", "专业课"),
    ("护理学基础", "", "专业课"),
    ("健康评估", "", "专业课"),
    ("内科护理", "", "专业课"),
    ("外科护理", "", "专业课"),
    ("妇产科护理", "", "专业课"),
    ("儿科护理", "", "专业课"),
    ("急救护理技术", "", "专业课"),
    ("老年护理", "", "专业课"),
    ("护理礼仪与人际沟通", "护理礼仪", "专业课"),
    ("护理技能综合实训", "", "实训课"),
]

COMMERCE = COMMON[:5] + [
    ("电子商务基础", "", "专业课"),
    ("网络营销", "", "专业课"),
    ("网店运营与推广实务", "网店运营", "专业课"),
    ("商品拍摄与图片处理", "商品拍摄", "专业课"),
    ("客户服务", "", "专业课"),
]

MACHINING = COMMON[:4] + COMMON[6:7] + [
    ("机械制图", "", "专业课"),
    ("机械基础", "", "专业课"),
    ("金属加工与实训", "", "专业课"),
    ("数控车削编程与加工", "数控车削", "专业课"),
    ("数控铣削编程与加工", "数控铣削", "专业课"),
    ("AutoCAD绘图", "", "专业课"),
    ("电工电子技术与技能", "电工电子", "专业课"),
]

FIVE_LEVEL = {"公共艺术", "专业技能综合实训", "护理技能综合实训", "客户服务", "金属加工与实训"}


def schools():
    kapok = School(
        "南宁市木棉职业技术学校",
        {
            "学校类型": "市县学校", "所属市": "南宁市", "隶属": "市属", "联系人": "韦春燕",
            "手机号码": "15400000001", "学校标识码": "4500000001", "验印日期": "2023-07-05",
            "学校地址": "南宁市青秀区木棉大道1号",
        },
        [
            Major("计算机应用", "090100", ["计算机2001班"], 36, COMPUTING),
            Major("护理", "100100", ["护理2001班", "护理2002班"], 53, NURSING),
        ],
    )
    honeysuckle = School(
        "马山县金银花职业技术学校",
        {
            "学校类型": "市县学校", "所属市": "南宁市", "隶属": "县属", "所属县": "马山县",
            "联系人": "蓝𬭎", "手机号码": "15400000002", "学校标识码": "4500000002",
            "验印日期": "2023-07-06", "学校地址": "南宁市马山县金银花镇红水河路2号",
        },
        [Major("电子商务", "121100", ["电商2001班"], 30, COMMERCE)],
    )
    yew = School(
        "广西红豆杉工业学校",
        {
            "学校类型": "区直中职学校", "所属市": "南宁市", "联系人": "单海平",
            "手机号码": "15400000003", "学校标识码": "4500000003", "验印日期": "2023-07-10",
            "学校地址": "南宁市西乡塘区红豆杉路3号（广西红豆杉工业学校北校区综合楼二楼教务科）",
        },
        [Major("数控技术应用", "051400", ["数控2001班"], 22, MACHINING)],
    )
    return kapok, honeysuckle, yew

# Where in which class people stand whose names try a system: index -> (name, sex, nation).
KAPOK_NAMES = {
    "计算机2001班": {
        0: ("韦𬭎", "男", "壮族"), 3: ("吉𠮷成", "男", "汉族"), 6: (BIG_NAME, "男", "维吾尔族"),
        9: ("覃雨桐", "女", "壮族"), 14: ("李𪟝", "男", "汉族"), 20: ("区启明", "男", "汉族"),
    },
    "护理2001班": {
        1: ("王䶮", "男", "汉族"), 4: ("陈㛃", "女", "汉族"), 8: (LONGEST_NAME, "男", "维吾尔族"),
        12: ("单海燕", "女", "汉族"), 17: ("欧阳思源", "女", "瑶族"),
    },
    "护理2002班": {2: ("农𬱖", "女", "壮族"), 11: ("零晓彤", "女", "壮族"), 19: ("仇丽华", "女", "汉族")},
}
HONEYSUCKLE_NAMES = {
    "电商2001班": {
        1: ("韦䶮", "男", "瑶族"), 5: ("覃𬭎", "男", "壮族"), 9: ("蒙㛃", "女", "瑶族"),
        13: ("古丽娜尔·买买提", "女", "维吾尔族"), 18: ("陆𬴂", "男", "壮族"),
    }
}
YEW_NAMES = {
    "数控2001班": {0: ("黄𫖯", "男", "壮族"), 7: ("迪丽努尔·吐尔逊", "女", "维吾尔族"), 15: ("李明", "男", "汉族")}
}


def enrol(people, school, sizes, special, women):
    """Fills a school's classes; `women` is the share of them among the students not named."""
    count = 0
    for major in school.majors:
        for clazz in major.classes:
            for index in range(sizes[clazz]):
                count += 1
                sex = "女" if people.random.random() < women else "男"
                nation = people.random.choice(NATIONS)
                named = special.get(clazz, {}).get(index)
                name, sex, nation = named or (people.name(sex), sex, nation)
                people.names.add(name)
                birth = "20040229" if (clazz, index) == ("计算机2001班", 5) else people.birth()
                school.students.append(
                    Student(
                        name, sex, birth, people.ident(sex, birth), nation, school.name,
                        major.name, clazz, f"2020{count:04d}",
                        practice=people.random.choice(["优秀", "良好", "合格", "合格"]),
                        conduct=people.random.choice(["优秀", "良好", "良好", "合格"]),
                    )
                )


def mark(people, school):
    """Scores for everybody: numbers, some with a half, five-level ones where a course has these."""
    for student in school.students:
        for course, _, _ in major_of(school, student).courses:
            if course in FIVE_LEVEL:
                score = people.random.choice(["优秀", "良好", "良好", "中等", "及格"])
            else:
                score = people.random.randint(60, 99)
                if people.random.random() < 0.04:
                    score += 0.5
            student.scores[course] = score


def major_of(school, student):
    return next(major for major in school.majors if major.name == student.major)


def certify(school, unit, void=()):
    """Certificate numbers in the order of the registration form; numbers in `void` were spoiled."""
    serial = 0
    for student in school.students:
        if student.result != "毕业":
            continue
        serial += 1
        while serial in void:
            serial += 1
        student.certificate = f"{YEAR}{unit:02d}{serial:05d}"


def change(student, kind, before, after, date, **current):
    """A row of the system's list of changes; the other facts are the current ones."""
    row = {
        "学校名称": student.school, "姓名": student.name, "身份证号码": student.ident,
        "性别": student.sex, "专业名称": student.major, "年级": "2020级", "学制": "3年",
        "异动前": before, "异动后": after, "异动时间": date, "异动类型": kind, "审核状态": "审核通过",
    }
    return row | current


def kapok_season(people, school):
    """Every kind of change, a student without a certificate, two colleges, a spoiled certificate."""
    computing = [s for s in school.students if s.major == "计算机应用"]
    nursing = [s for s in school.students if s.major == "护理"]

    def missing(student, courses, remark):
        for course in courses:
            student.scores[course] = "—"
        student.remark = remark

    renamed, resexed, renumbered = nursing[5], computing[11], nursing[21]
    lengthened, back, repeated = computing[17], nursing[30], nursing[36]
    joined, moved, left_before = computing[16], nursing[40], computing[23]
    back.entry = repeated.entry = "201909"
    joined.entry = "202009"
    missing(joined, ["语文", "数学", "英语", "历史"], "2021年9月转入")
    missing(back, ["公共艺术"], "2021年9月复学")
    missing(moved, ["解剖学基础", "生理学基础"], "2021年3月调专业")

    old_birth = renumbered.birth[:6] + ("01" if renumbered.birth[6:] != "01" else "02")
    old_ident = people.ident(renumbered.sex, old_birth)
    gone_birth = "20050127"
    gone = Student(
        people.name("男"), "男", gone_birth, people.ident("男", gone_birth), "壮族", school.name,
        "计算机应用", "计算机2001班", "",
    )
    school.changes = [
        change(renamed, "姓名变更", renamed.name[0] + "小妹", renamed.name, "2022-03-15"),
        change(resexed, "性别变更", "男" if resexed.sex == "女" else "女", resexed.sex, "2021-04-20"),
        change(renumbered, "身份证号码变更", old_ident, renumbered.ident, "2021-11-08"),
        change(lengthened, "学制变更", "2年", "3年", "2022-06-10"),
        change(back, "复学", "休学", "在校", "2021-09-01"),
        change(repeated, "留级", "2019级", "2020级", "2021-02-26"),
        change(gone, "转出", school.name, "玉林市龙眼树职业技术学校", "2022-02-25"),
        change(joined, "转入", "百色市芒果中等专业学校", school.name, "2021-09-03"),
        change(moved, "调专业", "计算机应用", "护理", "2021-03-05"),
        change(left_before, "调专业", "护理", "计算机应用", "2021-03-05"),
        change(renamed, "调专业", "计算机应用", "护理", "2021-03-08"),
    ]

    held = computing[28]  # leaves with 结业: failed, and has no certificate
    held.result = "结业"
    held.scores.update({"C语言程序设计": 45, "数学": "缺考", "专业技能综合实训": "不及格"})
    held.conduct = "合格"
    for student, course, score in [
        (computing[2], "数学", "75补"), (computing[8], "英语", "60补"), (nursing[9], "药物学基础", "68补"),
        (computing[4], "体育与健康", "免修"), (nursing[33], "体育与健康", "免修"),
    ]:
        student.scores[course] = score

    certify(school, 1, void={17})
    nursing[0].remark = "校三好学生"
    computing[7].remark = "技能大赛获奖"

    colleges = [
        ("广西凤凰木职业技术学院", "2023-06-12", "是", "2022级护理", nursing[2:18:2]),
        ("南宁红豆职业学院", "2023-06-13", "否", "2022级计算机网络技术", computing[10:25:5]),
    ]
    phone = 20
    for college, date, sealed, study, chosen in colleges:
        for student in chosen:
            school.intake.append({
                "高职院校名称": college, "填写日期": date, "姓名": student.name,
                "性别": student.sex, "身份证号码": student.ident, "高职就读年级专业": study,
                "来源中职学校名称": school.name, "联系方式": f"154000000{phone}", "备注": "",
                "盖章原件已收": sealed,
            })
            phone += 1
    school.intake[3]["备注"] = "三二分段"


def honeysuckle_season(school):
    """A small county school: two changes, no student at a college, resits in the long table."""
    students = school.students
    joined, renamed = students[7], students[12]
    for course in ("语文", "数学"):
        joined.scores[course] = "—"
    joined.remark = "2021年3月转入"
    school.changes = [
        change(joined, "转入", "河池市铜鼓职业技术学校", school.name, "2021/3/1"),
        change(renamed, "姓名变更", renamed.name[0] + "小兰", renamed.name, "2021/10/18"),
    ]
    students[3].scores["数学"] = ("52", 75)
    students[15].scores["网络营销"] = ("48.5", 60)
    students[10].scores["英语"] = "免修"
    certify(school, 2)


def yew_season(school):
    """A school without status changes, and two students at a college."""
    school.students[6].scores["AutoCAD绘图"] = "免修"
    certify(school, 3)
    for phone, student in zip((40, 41), school.students[3:5]):
        school.intake.append({
            "高职院校名称": "广西凤凰木职业技术学院", "填写日期": "2023-06-12",
            "姓名": student.name, "性别": student.sex, "身份证号码": student.ident,
            "高职就读年级专业": "2022级数控技术", "来源中职学校名称": school.name,
            "联系方式": f"154000000{phone}", "备注": "", "盖章原件已收": "是",
        })


CHANGE_HEADINGS = [
    "学校名称", "姓名", "身份证号码", "性别", "专业名称", "年级", "学制", "异动前", "异动后",
    "异动时间", "异动类型", "审核状态",
]
INTAKE_HEADINGS = [
    "高职院校名称", "填写日期", "姓名", "性别", "身份证号码", "高职就读年级专业",
    "来源中职学校名称", "联系方式", "备注", "盖章原件已收",
]
SCHOOL_HEADINGS = [
    "学校名称", "学校类型", "所属市", "隶属", "所属县", "联系人", "手机号码", "学校地址",
    "学校标识码", "毕业生总数", "验印日期",
]


def school_table(school):
    facts = school.facts | {
        "学校名称": school.name,
        "毕业生总数": sum(student.result == "毕业" for student in school.students),
    }
    return [SCHOOL_HEADINGS, [facts.get(heading, "") for heading in SCHOOL_HEADINGS]]


def roster_table(school):
    rows = [[
        "学校名称", "班级", "学号", "姓名", "性别", "民族", "身份证号码", "学籍号", "专业代码",
        "专业名称", "年级", "学制", "入学年月", "毕业年月", "实习", "操行", "毕（结）业",
        "毕业证书编号", "系统处理状态", "备注",
    ]]
    for s in school.students:
        rows.append([
            school.name, s.clazz, s.number, s.name, s.sex, s.nation, s.ident, "G" + s.ident,
            major_of(school, s).code, s.major, "2020级", "3年", s.entry, f"{YEAR}06", s.practice,
            s.conduct, s.result, s.certificate, "已毕业处理", s.remark,
        ])
    return rows


def wide_scores(school, major):
    courses = [course for course, _, _ in major.courses]
    rows = [["身份证号码", "姓名"] + courses]
    for s in school.students:
        if s.major == major.name:
            rows.append([s.ident, s.name] + [s.scores[course] for course in courses])
    return rows


def long_scores(school):
    rows = [["身份证号码", "姓名", "学年学期", "课程名称", "成绩", "补考成绩"]]
    for s in school.students:
        for index, (course, _, _) in enumerate(major_of(school, s).courses):
            term = f"{2020 + index // 4}-{2021 + index // 4}学年第{1 + index // 2 % 2}学期"
            score, resit = s.scores[course], ""
            if isinstance(score, tuple):
                score, resit = score
            rows.append([s.ident, s.name, term, course, score, resit])
    return rows


def course_table(school):
    rows = [["专业名称", "课程名称", "简称", "性质"]]
    for major in school.majors:
        rows += [[major.name, *course] for course in major.courses]
    return rows


def major_table(school):
    rows = [["学校名称", "专业名称", "专业代码", "学制", "入学年月", "班数", "录取数"]]
    for m in school.majors:
        rows.append([school.name, m.name, m.code, "3年", "202009", len(m.classes), m.admitted])
    return rows


def dict_table(headings, rows):
    return [headings] + [[row[heading] for heading in headings] for row in rows]


def renamed(table, names):
    """The same table with other words for some headings, as other systems export them."""
    return [[names.get(heading, heading) for heading in table[0]]] + table[1:]


def write_workbook(path, sheets):
    """sheets: (name, title lines, table). Text cells are text, so that Excel keeps every digit."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, titles, table in sheets:
        sheet = book.create_sheet(name)
        width = len(table[0])
        for title in titles:
            sheet.append([title])
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width)
        if titles:
            sheet.cell(1, 1).font = Font(bold=True, size=14)
            sheet.cell(1, 1).alignment = Alignment(horizontal="center")
        for row in table:
            sheet.append([None if value == "" else value for value in row])
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.number_format = "@"
        for cell in sheet[len(titles) + 1]:
            cell.font = Font(bold=True)
        for column, heading in enumerate(table[0], 1):
            longest = max(len(str(row[column - 1])) for row in table)
            sheet.column_dimensions[get_column_letter(column)].width = min(40, 4 + longest * 1.6)
        sheet.freeze_panes = sheet.cell(len(titles) + 2, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(without_clock(buffer.getvalue()))


def without_clock(workbook):
    """openpyxl writes the time of the run into the archive and its properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2023-06-01T08:00:00Z", data)
            still = zipfile.ZipInfo(entry.filename, (2023, 6, 1, 8, 0, 0))
            still.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(still, data)
    return out.getvalue()


def write_csv(path, table, titles=()):
    """As a Chinese Excel or the national system saves it: GB18030 without a mark, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for title in titles:
        writer.writerow([title] + [""] * (len(table[0]) - 1))
    writer.writerows(table)
    path.write_bytes(text.getvalue().encode("gb18030"))


def main():
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    people = People(SEED)
    kapok, honeysuckle, yew = schools()
    assert len(LONGEST_NAME) == 25
    for special in (KAPOK_NAMES, HONEYSUCKLE_NAMES, YEW_NAMES):
        for named in special.values():
            people.names.update(name for name, _, _ in named.values())
    enrol(people, kapok, {"计算机2001班": 31, "护理2001班": 24, "护理2002班": 24}, KAPOK_NAMES, 0.55)
    enrol(people, honeysuckle, {"电商2001班": 26}, HONEYSUCKLE_NAMES, 0.5)
    enrol(people, yew, {"数控2001班": 20}, YEW_NAMES, 0.2)
    for school in (kapok, honeysuckle, yew):
        mark(people, school)
    kapok_season(people, kapok)
    honeysuckle_season(honeysuckle)
    yew_season(yew)

    out.mkdir(parents=True, exist_ok=True)
    bureau = [
        ["单位名称", "所属市", "联系人", "联系电话", "联系地址"],
        ["南宁市教育局", "南宁市", "农秋兰", "0771—0000001", "南宁市青秀区教育路0号"],
    ]
    write_workbook(out / "南宁市教育局.xlsx", [("主管单位", [], bureau)])

    write_workbook(out / f"{kapok.name}.xlsx", [
        ("学校", [], school_table(kapok)),
        ("毕业生", [f"{kapok.name}2023届毕业生名册", "填表人：韦春燕　　填表日期：2023年6月1日"], roster_table(kapok)),
        ("成绩（计算机应用）", ["计算机应用专业2020级毕业成绩汇总表"], wide_scores(kapok, kapok.majors[0])),
        ("成绩（护理）", ["护理专业2020级毕业成绩汇总表"], wide_scores(kapok, kapok.majors[1])),
        ("课程", [], course_table(kapok)),
        ("异动", [], dict_table(CHANGE_HEADINGS, kapok.changes)),
        ("对口招收", ["广西高等职业院校对口招收中职学生信息表"], dict_table(INTAKE_HEADINGS, kapok.intake)),
        ("专业情况", [], major_table(kapok)),
    ])

    folder = out / honeysuckle.name
    folder.mkdir(exist_ok=True)
    write_csv(folder / "学校.csv", school_table(honeysuckle))
    write_csv(
        folder / "毕业生.csv",
        renamed(roster_table(honeysuckle), {
            "姓名": "学生姓名", "身份证号码": "身份证号", "专业名称": "修读专业", "年级": "所在年级",
            "学制": "修业年限", "操行": "操行等级", "毕业证书编号": "毕业证号", "学籍号": "全国学籍号",
        }),
        [f"{honeysuckle.name}2023届毕业生花名册"])
    write_csv(folder / "成绩.csv", renamed(long_scores(honeysuckle), {"身份证号码": "身份证件号"}))
    write_csv(folder / "课程.csv", course_table(honeysuckle))
    write_csv(
        folder / "异动.csv",
        renamed(dict_table(CHANGE_HEADINGS, honeysuckle.changes), {
            "异动前": "变更前", "异动后": "变更后", "异动时间": "异动日期", "专业名称": "修读专业",
            "审核状态": "审核结果",
        }))
    write_csv(folder / "专业情况.csv", major_table(honeysuckle))

    write_workbook(out / f"{yew.name}.xlsx", [
        ("学校", [], school_table(yew)),
        ("毕业生", [], renamed(roster_table(yew), {"毕（结）业": "毕(结)业", "身份证号码": "公民身份号码"})),
        ("成绩", [], wide_scores(yew, yew.majors[0])),
        ("课程", [], course_table(yew)),
        ("异动", [], [CHANGE_HEADINGS]),
        ("对口招收", [], renamed(dict_table(INTAKE_HEADINGS, yew.intake), {"来源中职学校名称": "来源中职 学校名称"})),
        ("专业情况", [], major_table(yew)),
    ])


if __name__ == "__main__":
    main()
