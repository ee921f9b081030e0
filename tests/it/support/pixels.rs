//! Two pictures held against each other, pixel by pixel.

use std::io::Cursor;

/// How much of 255 a channel may be off before a pixel counts as another one: our palette merges
/// shades that are up to 32 apart, and no two renderers soften an edge alike.
pub(crate) const FAR: u8 = 64;

/// The share of the pixels that may be so far off. Of every example in every style, layout and size
/// the most was 0.028 %; a picture that lies a single pixel beside its place has 2 % and more.
pub(crate) const MOST_FAR: f64 = 0.001;

/// The side of the blocks in which stray pixels are counted: not much larger than the smallest
/// digit.
pub(crate) const BLOCK: usize = 8;

/// How many pixels of a block may stray. The most that was measured is 8, where the hairlines of the
/// blueprint's grid cross; the slimmest digit leaves 10 behind when it is gone.
pub(crate) const MOST_STRAY: usize = 9;

/// A picture, point by point.
pub(crate) struct Pixels {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Red, green, blue and opacity.
    pub(crate) points: Vec<[u8; 4]>,
}

impl Pixels {
    pub(crate) fn of(file: &[u8]) -> Pixels {
        let mut decoder = ::png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(::png::Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("its size")];
        let info = reader.next_frame(&mut bytes).expect("its pixels");
        assert_eq!(
            (info.color_type, info.bit_depth),
            (::png::ColorType::Rgba, ::png::BitDepth::Eight)
        );
        let points = bytes[..info.buffer_size()]
            .chunks_exact(4)
            .map(|point| [point[0], point[1], point[2], point[3]])
            .collect();
        Pixels { width: info.width as usize, height: info.height as usize, points }
    }

    pub(crate) fn file(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut out, self.width as u32, self.height as u32);
        encoder.set_color(::png::ColorType::Rgba);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(self.points.as_flattened()).expect("pixels");
        writer.finish().expect("an end");
        out
    }

    /// A point and those around it.
    pub(crate) fn around(&self, x: usize, y: usize) -> impl Iterator<Item = [u8; 4]> {
        let rows = y.saturating_sub(1)..(y + 2).min(self.height);
        let columns = x.saturating_sub(1)..(x + 2).min(self.width);
        rows.flat_map(move |y| columns.clone().map(move |x| self.points[y * self.width + x]))
    }

    /// Whether the points around one all have its colour.
    pub(crate) fn flat(&self, x: usize, y: usize) -> bool {
        self.around(x, y).all(|point| point == self.points[y * self.width + x])
    }

    /// Whether a colour lies, but for so much, between those around a point.
    pub(crate) fn spans(&self, x: usize, y: usize, colour: [u8; 4]) -> bool {
        (0..4).all(|channel| {
            let (least, most) =
                self.around(x, y).fold((255, 0), |(least, most): (u8, u8), point| {
                    (least.min(point[channel]), most.max(point[channel]))
                });
            colour[channel] >= least.saturating_sub(FAR)
                && colour[channel] <= most.saturating_add(FAR)
        })
    }
}

/// In what two pictures of one size differ.
pub(crate) struct Difference {
    /// The share of the points that are far off.
    pub(crate) far: f64,
    /// The points at which one picture shows what the other has nowhere near.
    pub(crate) stray: Vec<(usize, usize)>,
    /// The most of them in a block, and where that lies.
    pub(crate) most: (usize, (usize, usize)),
}

impl Difference {
    pub(crate) fn between(one: &Pixels, two: &Pixels) -> Difference {
        let mut far = 0;
        let mut stray = Vec::new();
        // Blocks overlap by half, so that a small thing lies in one of them whole.
        let half = BLOCK / 2;
        let across = one.width / half + 1;
        let mut quarters = vec![0; across * (one.height / half + 2)];
        for (at, (first, second)) in one.points.iter().zip(&two.points).enumerate() {
            let off =
                first.iter().zip(second).map(|(one, two)| one.abs_diff(*two)).max().unwrap_or(0);
            far += usize::from(off > FAR);
            // Colours that rounding tells apart are the same.
            if off <= 2 {
                continue;
            }
            let (x, y) = (at % one.width, at / one.width);
            let edge = off > FAR && !(two.spans(x, y, *first) && one.spans(x, y, *second));
            // Away from all edges there is nothing to soften: a pale band may be only a little off
            // the paper.
            if edge || one.flat(x, y) && two.flat(x, y) {
                stray.push((x, y));
                quarters[y / half * across + x / half] += 1;
            }
        }
        let block = |at: usize| {
            [0, 1, across, across + 1]
                .iter()
                .filter_map(|next| quarters.get(at + next))
                .sum::<usize>()
        };
        let (most, at) = (0..quarters.len()).map(|at| (block(at), at)).max().unwrap_or_default();
        Difference {
            far: far as f64 / one.points.len() as f64,
            stray,
            most: (most, (at % across * half, at / across * half)),
        }
    }

    pub(crate) fn seen(&self) -> bool {
        self.far > MOST_FAR || self.most.0 > MOST_STRAY
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (count, (x, y)) = self.most;
        write!(
            f,
            "{:.4} % of the pixels are far off (up to {} %), {} stray, at most {count} of them \
                (up to {MOST_STRAY}) in a block, at {x}, {y}",
            self.far * 100.0,
            MOST_FAR * 100.0,
            self.stray.len()
        )
    }
}
