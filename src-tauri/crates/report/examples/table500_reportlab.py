"""The table of table500.rs, set with ReportLab, to compare with.

    python3 table500_reportlab.py OUT.pdf FONTS

FONTS is the folder with Inter-Regular.ttf and its weights. Prints the same line as the
Rust example: pages, seconds, KiB of memory per page, bytes.
"""

import os
import resource
import sys
import time

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

ROWS = 17_800
PEOPLE = ["Jonas Lindqvist", "Aiko Brandt", "Maren Oduya", "Tomás Ferreira", "Zoë Ångström"]
WHAT = [
    "Decision approved, 1 of 2",
    "Threshold of the score moved from 0.20 to 0.18 after the sample of the week",
    "Checklist item answered: fine",
    "Exception raised: the sequence stopped and nobody was told until Friday morning at nine",
]
HEADS = ["Entry", "Recorded at", "Signed by", "About", "What changed, and why", "Days"]
WIDTHS = [41.4, 89.1, 72.6, 45.6, 207.3, 37.3]
INK, SOFT, HAIR = (colors.Color(*(part / 255 for part in rgb)) for rgb in
                   [(20, 24, 31), (84, 92, 104), (196, 201, 208)])


def row(n):
    hour, minute, second = n // 3600 % 24, n // 60 % 60, n % 60
    return [
        str(n + 1),
        f"2026-09-{n // 800 % 30 + 1:02} {hour:02}:{minute:02}:{second:02}",
        PEOPLE[n % len(PEOPLE)],
        f"WF-{n % 400 + 1:04}",
        WHAT[n % len(WHAT)],
        f"{n % 40}.{n % 10}",
    ]


class Numbered(canvas.Canvas):
    """Knows the number of pages when the feet are drawn, the way ReportLab's users do it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages = []

    def showPage(self):
        self.pages.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for number, page in enumerate(self.pages, 1):
            self.__dict__.update(page)
            self.margins(number, len(self.pages))
            super().showPage()
        super().save()

    def margins(self, number, count):
        width, height = A4
        self.setFillColor(INK)
        self.setFont("Inter-SemiBold", 6.5)
        self.drawString(18 * mm, height - 12.4 * mm, "Northwind Telemetry")
        self.setFillColor(SOFT)
        self.setFont("Inter", 6.5)
        self.drawString(78 * mm, height - 12.4 * mm, "Change log")
        self.drawRightString(192 * mm, height - 12.4 * mm, "2026-Q3")
        self.line(18 * mm, height - 16 * mm, 192 * mm, height - 16 * mm)
        self.line(18 * mm, height - 280 * mm, 192 * mm, height - 280 * mm)
        self.drawString(18 * mm, height - 283.8 * mm, "As of 2026-10-07 17:05 (UTC+02:00)")
        self.drawString(78 * mm, height - 283.8 * mm, "Ledger head 1a58 0867, 4,812 entries")
        self.drawString(138 * mm, height - 283.8 * mm, "Version 1, confidential")
        self.drawRightString(192 * mm, height - 283.8 * mm, f"Page {number} of {count}")


def build(out, fonts):
    for name in ["Regular", "Medium", "SemiBold"]:
        face = "Inter" if name == "Regular" else f"Inter-{name}"
        pdfmetrics.registerFont(TTFont(face, os.path.join(fonts, f"Inter-{name}.ttf")))
    words = ParagraphStyle("words", fontName="Inter", fontSize=8, leading=10, textColor=INK)
    rows = [HEADS]
    for n in range(ROWS):
        fields = row(n)
        fields[4] = Paragraph(fields[4], words)
        rows.append(fields)
    style = TableStyle([
        ("FONT", (0, 0), (-1, 0), "Inter-Medium", 7, 9),
        ("TEXTCOLOR", (0, 0), (-1, 0), SOFT),
        ("FONT", (0, 1), (0, -1), "Inter-Medium", 8, 10),
        ("FONT", (1, 1), (-1, -1), "Inter", 8, 10),
        ("TEXTCOLOR", (0, 1), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("ALIGN", (5, 0), (5, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, INK),
        ("LINEBELOW", (0, 1), (-1, -2), 0.3, HAIR),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ])
    table = LongTable(rows, colWidths=WIDTHS, repeatRows=1, style=style)
    pages = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=18 * mm - 6, rightMargin=18 * mm - 6,
        topMargin=22 * mm - 6, bottomMargin=21 * mm - 6, title="Change log", pageCompression=1)
    pages.build([table], canvasmaker=Numbered)
    return pages.page


def main():
    out, fonts = sys.argv[1], sys.argv[2]
    before = int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() // 1024
    start = time.perf_counter()
    pages = build(out, fonts)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"pages={pages} seconds={seconds:.3f} kib_per_page={(peak - before) / pages:.1f} "
          f"bytes={os.path.getsize(out)}")


if __name__ == "__main__":
    main()
