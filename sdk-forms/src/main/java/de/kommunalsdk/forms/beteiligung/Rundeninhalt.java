/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a round is about.
 *
 * @param antworten the visible answers of the applicant, as all others see them
 * @param email where the applicant is told of decisions, may be empty
 * @param sprache language of the notices
 */
public record Rundeninhalt(Antworten antworten, String email, Locale sprache) {

    /** The bytes to store. */
    public byte[] schreibe() {
        SortedMap<String, Object> teile = AntwortenFormat.teile(antworten);
        teile.put("email", email);
        teile.put("sprache", sprache.getLanguage());
        return AntwortenFormat.json(teile);
    }

    /** Reads; OZG-FORM-0012 or OZG-BETEILIGT-0011 for anything that was not written here. */
    public static Rundeninhalt lies(byte[] bytes) {
        Map<String, String> texte = Personeninhalt.texte(bytes);
        return new Rundeninhalt(
                AntwortenFormat.lies(bytes),
                texte.getOrDefault("email", ""),
                Locale.forLanguageTag(texte.getOrDefault("sprache", "de")));
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "Rundeninhalt[" + antworten + "]";
    }
}
