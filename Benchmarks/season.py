#!/usr/bin/env python3
"""Makes a season of many schools to measure with: everything invented, the same for the same numbers.

    python3 Benchmarks/season.py FOLDER [--schools 300] [--students 200] [--scores]

One folder of .csv tables a school; every school is a 市县 one of a city of its bureau, every rule is
kept. Two majors a school, five changes, one college. Scores make it as heavy as real seasons are.
"""

import argparse
import csv
import pathlib
import random

CITIES = [
    "南宁市", "柳州市", "桂林市", "梧州市", "北海市", "防城港市", "钦州市", "贵港市", "玉林市", "百色市",
    "贺州市", "河池市", "来宾市", "崇左市",
]
SURNAMES = "韦覃黄李陆农蒙梁莫罗蓝陈王张刘杨周吴何廖谭卢潘邓苏甘石岑凌闭"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志文海燕春雪梅建国晓东振宇佳怡梓涵欣浩然思远嘉诚"
MAJORS = [("计算机应用", "090100"), ("护理", "100100")]
COURSES = [
    "语文", "数学", "英语", "思想政治", "历史", "信息技术", "体育与健康", "公共艺术", "专业基础",
    "专业技能一", "专业技能二", "专业技能三", "专业技能四", "综合实训",
]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def ident(serial, sex):
    """A number nobody has: dates of one school year, then counted on."""
    serial, day = divmod(serial, 336)
    month, day = divmod(day, 28)
    year, month = (2004, month + 9) if month < 4 else (2005, month - 3)
    # Area codes of prefectures, 450000 first: they are given to nobody.
    area, serial = divmod(serial, 499)
    digits = f"{(450000, 450100, 450200, 450300)[area]}{year}{month:02d}{day + 1:02d}"
    digits += f"{serial * 2 + (1 if sex == '男' else 2):03d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    return digits + "10X98765432"[total % 11]


def write(folder, name, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def make(root, number, students, with_scores):
    dice = random.Random(number)
    city = CITIES[number % len(CITIES)]
    school = f"{city}第{number + 1}职业技术学校"
    folder = root / f"{number + 1:04d}"
    folder.mkdir(parents=True)
    people = []
    for index in range(students):
        sex = dice.choice("男女")
        name = dice.choice(SURNAMES) + "".join(dice.sample(GIVEN, 2))
        people.append((index, name, sex, ident(number * students + index, sex)))
    roster = [[
        "学校名称", "班级", "学号", "学生姓名", "性别", "身份证号", "专业代码", "修读专业", "所在年级",
        "修业年限", "入学年月", "毕业年月", "实习", "操行等级", "毕(结)业", "毕业证号", "系统处理状态", "备注",
    ]]
    scores = [["身份证号", "姓名"] + COURSES]
    for index, name, sex, number18 in people:
        major, code = MAJORS[index * 2 // students]
        roster.append([
            school, f"{major}2001班", f"2020{index + 1:04d}", name, sex, number18, code, major,
            "2020级", "3年", "202009", "202306", "合格", "良好", "毕业",
            f"2023{number * students + index + 1:07d}", "已毕业处理", "",
        ])
        scores.append([number18, name] + [dice.randint(60, 99) for _ in COURSES])
    write(folder, "毕业生", roster)
    if with_scores:
        write(folder, "成绩", scores)
    write(folder, "课程", [["学校名称", "专业名称", "课程名称", "简称"]] + [
        [school, major, course, ""] for major, _ in MAJORS for course in COURSES])
    write(folder, "专业情况", [["学校名称", "专业名称", "专业代码", "学制", "入学年月", "班数", "录取数"]] + [
        [school, major, code, "3年", "202009", 1,
         sum(1 for person in people if MAJORS[person[0] * 2 // students][0] == major)]
        for major, code in MAJORS])
    write(folder, "学校", [
        ["学校名称", "学校类型", "所属市", "隶属", "联系人", "手机号码", "学校地址", "学校标识码", "毕业生总数", "验印日期"],
        [school, "市县学校", city, "市属", "韦春燕", f"154{number:08d}", f"{city}木棉大道{number + 1}号", f"45{number + 1:08d}", students,
         "2023-07-05"],
    ])
    write(folder, "异动", [[
        "学校名称", "姓名", "身份证号", "性别", "修读专业", "所在年级", "学制", "异动前", "异动后", "异动时间",
        "异动类型", "审核状态",
    ]] + [
        [school, name, number18, sex, MAJORS[index * 2 // students][0], "2020级", "3年", "某小名", name,
         "2022-03-15", "姓名变更", "审核通过"]
        for index, name, sex, number18 in people[:5]])
    write(folder, "对口招收", [[
        "高职院校名称", "填写日期", "姓名", "性别", "身份证号", "高职就读年级专业", "来源中职学校名称", "联系方式", "备注",
        "盖章原件已收",
    ]] + [
        [f"广西第{number % 40 + 1}职业学院", "2023-06-12", name, sex, number18, "2022级护理", school,
         f"154{index:08d}", "", "是"]
        for index, name, sex, number18 in people[5:10]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--schools", type=int, default=300)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--scores", action="store_true")
    options = parser.parse_args()
    for number in range(options.schools):
        make(options.folder, number, options.students, options.scores)
    cities = CITIES[:options.schools]
    write(options.folder, "主管单位", [["单位名称", "所属市", "联系人", "手机号码", "联系地址"]] + [
        [f"{city}教育局", city, "覃晓东", f"154{90000000 + index}", f"{city}民族大道1号"]
        for index, city in enumerate(cities)])


main()
