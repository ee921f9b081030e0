# docker build -t postmirth . && docker run --rm -u "$(id -u)" -v "$PWD:/reports" postmirth check .
FROM rust:1-alpine AS build
WORKDIR /postmirth
# The C parts of the start of a program, which the linker wants.
RUN apk add --no-cache musl-dev
COPY . .
RUN cargo build --release --locked --bin postmirth

FROM scratch
COPY --from=build /postmirth/target/release/postmirth /usr/bin/postmirth
COPY LICENSE THIRD-PARTY.md /usr/share/doc/postmirth/
USER 65534
WORKDIR /reports
ENTRYPOINT ["/usr/bin/postmirth"]
