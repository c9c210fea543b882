"""A roster of 100,000 invented students in 12 columns, and its school, as a clerk's CSV files."""

import csv
import pathlib
import random
import sys

SURNAMES = "韦覃黄李陆农蒙梁莫罗蓝陈王张刘杨周吴何廖谭卢潘邓苏甘石岑凌闭"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志文海燕春雪梅建国"
MAJORS = ["计算机应用", "汽车运用与维修", "会计电算化", "学前教育", "电子商务", "护理"]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SCHOOL = "南宁市示例职业技术学校"
HEADINGS = ["学校名称", "姓名", "性别", "身份证号码", "专业名称", "年级", "学制", "入学年月", "操行",
            "毕(结)业", "毕业证书编号", "备注"]


def number(index, is_man):
    """A number of the area 450000, which no person has; each once."""
    day, serial = divmod(index, 499)
    body = f"450000{2000 + day // 336}{day // 28 % 12 + 1:02}{day % 28 + 1:02}{serial * 2 + is_man:03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11]


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(exist_ok=True)
choice = random.Random(2023)
rows = [HEADINGS]
for index in range(count):
    is_man = choice.random() < 0.5
    name = choice.choice(SURNAMES) + "".join(choice.choices(GIVEN, k=choice.choice((1, 2, 2, 2))))
    rows.append([
        SCHOOL, name, "男" if is_man else "女", number(index, is_man), choice.choice(MAJORS), "2020级",
        "3年", "202009", choice.choice(["优秀", "良好", "合格"]), "毕业", f"4501A2023{index:06}",
        choice.choice(["补考合格", "转专业", "技能大赛获奖"]) if choice.random() < 0.06 else "",
    ])
write(folder / "毕业生.csv", rows)
write(folder / "学校.csv", [
    ["学校名称", "学校类型", "所属市", "联系人", "手机号码", "学校地址"],
    [SCHOOL, "市县学校", "南宁市", "韦春燕", "15400000001", "南宁市木棉大道1号"]])
