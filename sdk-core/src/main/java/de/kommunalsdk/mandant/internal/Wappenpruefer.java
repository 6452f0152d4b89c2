/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells by its content whether a picture may be served as Wappen. */
public final class Wappenpruefer {

    private static final int MAX_BYTES = 200_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Pattern GEFAEHRLICH = Pattern.compile(
            "<script|<foreignobject|<!doctype|<!entity|\\son[a-z]+\\s*=|javascript:|href\\s*=\\s*[\"'](?!#)|url\\(\\s*[\"']?(?!#)");

    private Wappenpruefer() {}

    /** Media type of an SVG without script and outside references, or of a PNG; empty for anything else. */
    public static Optional<String> medientyp(byte[] bild) {
        if (bild.length == 0 || bild.length > MAX_BYTES) {
            return Optional.empty();
        }
        if (bild.length > PNG.length && Arrays.equals(Arrays.copyOf(bild, PNG.length), PNG)) {
            return Optional.of("image/png");
        }
        String text = new String(bild, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        boolean svg = text.contains("<svg") && text.stripLeading().startsWith("<");
        return svg && !GEFAEHRLICH.matcher(text).find() ? Optional.of("image/svg+xml") : Optional.empty();
    }
}
