/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schriftstueck;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is to be set.
 *
 * <p>The XHTML is one well-formed element {@code html} without DOCTYPE: a {@code head} with at most {@code style}, and a
 * {@code body} of headings, paragraphs, lists, tables and pictures. A picture is a {@code data:} URI of PNG, JPEG or SVG
 * and has an {@code alt}. No script, form control, frame or address of a style sheet, font or picture; a link is
 * {@code mailto:}, {@code https:} or {@code #id} and has a {@code title}. Characters that XML or the fonts do not have are
 * replaced and reported, not refused.
 *
 * @param xhtml the content
 * @param titel title of the document, not empty
 * @param betreff what it is about, in one sentence, not empty: PDF/UA wants a description
 * @param verfasser who issues it
 * @param sprache language of the content
 * @param kennung names this document for ever, for example an Antrag's hash; the PDF's own id is made from it
 * @param zeitpunkt the date in the document's properties
 * @param beilagen files that travel inside the PDF
 */
public record Druckvorlage(
        String xhtml,
        String titel,
        String betreff,
        String verfasser,
        Locale sprache,
        String kennung,
        Instant zeitpunkt,
        List<Beilage> beilagen) {

    public Druckvorlage {
        if (titel.isBlank() || betreff.isBlank()) {
            throw new IllegalArgumentException("Druckvorlage: titel und betreff sind nicht leer");
        }
        beilagen = List.copyOf(beilagen);
    }

    /** Leaves the content out: it holds personal data. */
    @Override
    public String toString() {
        return "Druckvorlage[" + xhtml.length() + " Zeichen, " + beilagen.size() + " Beilagen]";
    }
}
