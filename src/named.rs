//! Enums whose values have names: on the command line, in directives, in JSON.

/// An enum each of whose values has a name.
pub trait Named: Copy + PartialEq + Send + Sync + 'static {
    /// All values, in their order.
    const VALUES: &'static [Self];

    /// The name.
    fn name(self) -> &'static str;

    /// Its meaning, as its documentation says it.
    fn about(self) -> &'static str;
}

/// Defines such an enum: each value with its documentation and, behind `=`, its name.
macro_rules! named {
    (
        $(#[$meta:meta])*
        pub enum $type:ident $(by default $default:ident)? {
            $($(#[doc = $about:literal])+ $variant:ident = $name:literal,)+
        }
    ) => {
        $(#[$meta])*
        pub enum $type {
            $($(#[doc = $about])+ $variant,)+
        }

        impl $type {
            /// All of them, in their order.
            pub const ALL: [$type; [$($name),+].len()] = [$($type::$variant),+];

            /// The name.
            pub fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)+
                }
            }

            /// The one of that name.
            pub fn named(name: &str) -> Option<$type> {
                $type::ALL.into_iter().find(|one| one.name() == name)
            }
        }

        $(
            impl Default for $type {
                fn default() -> $type {
                    $type::$default
                }
            }
        )?

        impl $crate::named::Named for $type {
            const VALUES: &'static [$type] = &$type::ALL;

            fn name(self) -> &'static str {
                $type::name(self)
            }

            fn about(self) -> &'static str {
                match self {
                    $($type::$variant => concat!($($about),+).trim().trim_end_matches('.'),)+
                }
            }
        }
    };
}
pub(crate) use named;
