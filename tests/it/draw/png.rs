//! The PNG made from an SVG.

use crate::support::drawing::{drawn, timeline, with};
use crate::support::golden;
use postmirth::draw::font::Fonts;
use postmirth::draw::style::FaceName;
use postmirth::draw::{self, Options, TextMode, png, svg};

#[test]
fn texts_survive_into_the_pixels() {
    let scene = drawn(&timeline(&["09:00 - The alert fired.", "10:00 - Service restored."]));
    let fonts = Fonts::new(FaceName::Sans);
    let decode = |bytes: &[u8]| {
        let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes.to_vec()));
        decoder.set_transformations(::png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut pixels).expect("its pixels");
        (reader.info().width, pixels)
    };
    let (width, pixels) =
        decode(&png(&svg(&scene, &fonts, TextMode::Outlines), &scene, 1.0, 1).expect("a PNG"));
    for shape in scene.shapes.iter().filter(|shape| shape.role == draw::scene::Role::Text) {
        let area = shape.area();
        let (mut low, mut high) = (255, 0);
        for y in area.y as usize..area.bottom() as usize {
            for x in area.x as usize..area.right() as usize {
                let green = pixels[(y * width as usize + x) * 3 + 1];
                (low, high) = (low.min(green), high.max(green));
            }
        }
        assert!(high - low > 60, "nothing is to be seen of {shape:?}");
    }
}

#[test]
fn a_png_tells_its_density_its_title_and_its_story() {
    let scene =
        drawn(&timeline(&["09:00 - The alert fired — twice.", "10:00 - Service restored."]));
    let fonts = Fonts::new(FaceName::Sans);
    for (scale, density) in [(1.0, 2835), (2.0, 5669), (1.37, 3883)] {
        let bytes = png(&svg(&scene, &fonts, TextMode::Outlines), &scene, scale, 2).expect("a PNG");
        let mut reader =
            ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut pixels).expect("a sound stream");
        reader.finish().expect("a sound end");
        let info = reader.info();
        assert_eq!(
            (info.width, info.height),
            ((scene.width * scale).ceil() as u32, (scene.height * scale).ceil() as u32)
        );
        assert_eq!(info.pixel_dims.map(|dims| dims.xppu), Some(density));
        let told: Vec<String> =
            info.utf8_text.iter().map(|text| text.get_text().expect("text")).collect();
        assert_eq!(told, [scene.title.clone(), scene.description.clone()]);
        // The background reaches into every corner, at odd scales too.
        let corner = |x: usize, y: usize| pixels[y * info.width as usize + x];
        let (right, bottom) = (info.width as usize - 1, info.height as usize - 1);
        assert!(
            [corner(right, 0), corner(0, bottom), corner(right, bottom)]
                .iter()
                .all(|number| *number == corner(0, 0))
        );
    }
}

#[test]
fn the_number_of_cores_changes_no_byte() {
    let report = std::fs::read(golden::project("examples/security.md")).expect("a report");
    let scene = with(&String::from_utf8(report).expect("UTF-8"), "sketch", &Options::default());
    let text = svg(&scene, &Fonts::new(FaceName::Sans), TextMode::Outlines);
    let one = png(&text, &scene, 2.0, 1).expect("a PNG");
    for cores in [2, 3, 16] {
        assert!(png(&text, &scene, 2.0, cores).expect("a PNG") == one, "{cores} cores");
    }
}

#[test]
fn a_picture_that_would_take_all_memory_is_refused() {
    let scene = drawn(&timeline(&["09:00 - The alert fired.", "10:00 - Service restored."]));
    let text = svg(&scene, &Fonts::new(FaceName::Sans), TextMode::Outlines);
    let refused = png(&text, &scene, 100.0, 1).expect_err("too large").to_string();
    assert!(refused.contains("at most 64 megapixels") && refused.contains("84000 ×"), "{refused}");
}
