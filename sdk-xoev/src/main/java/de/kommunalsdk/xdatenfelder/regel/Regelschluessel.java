/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry of a rule file stands for: a rule of the schema ({@code R...}), or an element that owns rules ({@code S},
 * {@code G}, {@code F}), of which it then translates all. The FIM portal answers by element: {@code
 * /api/v1/translated-rules/{id}/{version}} takes the id of the owner and names no rule.
 *
 * @param version empty: any
 */
public record Regelschluessel(String id, String version) {

    private static final Pattern FORM = Pattern.compile("([RSGF]\\d{8,11})V(\\d{1,9}(?:\\.\\d{1,9}){0,2})");

    public Regelschluessel {
        if (!FORM.matcher(id + "V" + (version.isEmpty() ? "0" : version)).matches()) {
            throw new IllegalArgumentException("R, S, G oder F mit Nummer, bei Bedarf mit Version: R05999000001V1.0.0");
        }
    }

    /**
     * Reads {@code R05999000001} or {@code R05999000001V1.0.0}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Regelschluessel lies(String text) {
        Matcher treffer = FORM.matcher(text);
        return treffer.matches()
                ? new Regelschluessel(treffer.group(1), treffer.group(2))
                : new Regelschluessel(text, "");
    }

    /** Whether it stands for the element or rule of this id and version. */
    public boolean trifft(String andereId, String andereVersion) {
        return id.equals(andereId) && (version.isEmpty() || version.equals(andereVersion));
    }

    @Override
    public String toString() {
        return version.isEmpty() ? id : id + "V" + version;
    }
}
