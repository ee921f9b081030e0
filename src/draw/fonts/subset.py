"""Makes the fonts of this folder from those in the packages that README.md names.

    python3 subset.py FOLDER_OF_UNPACKED_PACKAGES
"""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNUSED = ["DSIG", "FFTM", "GDEF", "GSUB", "STAT", "TTFA", "gasp", "vhea", "vmtx"]


def subset(font, kerned, wanted=lambda _: True):
    """Leaves outlines, widths and pairs: no hints, no ligatures, no names of letters."""
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = False
    options.layout_features = ["kern"] if kerned else []
    options.drop_tables += UNUSED + ([] if kerned else ["GPOS"])
    options.name_IDs = [0, 1, 2, 5]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for c in font.getBestCmap() if wanted(c)])
    subsetter.subset(font)
    return font


def pictograph(c):
    """Not the digits, flags, skin tones and tags that postmirth never asks this font for."""
    return c >= 0x2100 and not (
        0xE000 <= c <= 0xFFFF or 0x1F1E6 <= c <= 0x1F1FF or 0x1F3FB <= c <= 0x1F3FF or c >= 0xE0000
    )


def simplify(font, merged, strayed):
    """Draws every letter with fewer points, each curve at most so many units off."""
    glyphs, table = font.getGlyphSet(), font["glyf"]
    drawn = {}
    for name in font.getGlyphOrder():
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(outline)
        outline.replay(Qu2CuPen(Cu2QuPen(pen, strayed), merged, all_cubic=True))
        drawn[name] = pen.glyph(dropImpliedOnCurves=True)
    for name, glyph in drawn.items():
        table[name] = glyph
    return font


def joined(folder, name, weight):
    """Latin and Latin Extended in one."""
    parts = []
    for part in ["latin", "latin-ext"]:
        woff = folder / f"files/{name}-{part}-{weight}-normal.woff2"
        font = TTFont(woff, recalcTimestamp=False)
        font.flavor = None
        parts.append(f"{name}-{part}-{weight}.ttf")
        font.save(parts[-1])
    font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = TTFont(parts[0])["head"].created
    for part in parts:
        Path(part).unlink()
    return font


def main(folder):
    for weight in ["Regular", "Bold"]:
        font = TTFont(folder / f"notosans/fonts/NotoSans-{weight}.ttf", recalcTimestamp=False)
        subset(font, kerned=True).save(f"NotoSans-{weight}.ttf")
    font = TTFont(folder / "hack-font/build/ttf/Hack-Regular.ttf", recalcTimestamp=False)
    subset(font, kerned=False).save("Hack-Regular.ttf")
    for weight, name in [("400", "Regular"), ("700", "Bold")]:
        font = subset(joined(folder / "kalam", "kalam", weight), kerned=True)
        scale_upem(font, 1024)
        font.save(f"Kalam-{name}.ttf")
    font = TTFont(folder / "noto-emoji/500Medium/NotoEmoji_500Medium.ttf", recalcTimestamp=False)
    font = subset(font, kerned=False, wanted=pictograph)
    scale_upem(font, 1024)
    simplify(font, merged=3, strayed=5).save("NotoEmoji-Medium.ttf")


main(Path(sys.argv[1]))
