/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Ausdruecke;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.reise.Lage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a round is about.
 *
 * @param antworten the visible answers of the applicant, as all others see them, and what is calculated from them on
 *     the pages of others
 * @param email where the applicant is told of decisions, may be empty
 * @param sprache language of the notices
 */
public record Rundeninhalt(Antworten antworten, String email, Locale sprache) {

    /** Of a draft in which everything is calculated. */
    public static Rundeninhalt von(Lage lage, String email, Locale sprache) {
        Formular formular = lage.formular();
        Set<String> fremde = formular.ausdruecke().berechnungen().stream()
                .map(Ausdruecke.Berechnung::feld)
                .filter(feld -> formular.seiten().stream()
                        .filter(formular::istFremd)
                        .flatMap(seite -> seite.bausteine().stream())
                        .anyMatch(b -> liegtIn(feld, b.pfad())))
                .collect(Collectors.toSet());
        Antworten.Bauer antworten = new Antworten.Bauer(Fachdaten.sichtbare(lage));
        lage.antworten().werte().forEach((ort, wert) -> {
            if (fremde.contains(pfad(ort))) {
                antworten.mit(ort, wert);
            }
        });
        return new Rundeninhalt(antworten.baue(), email, sprache);
    }

    /** A place without its numbers. */
    static String pfad(String ort) {
        return ort.replaceAll("-\\d+(?=\\.|$)", "");
    }

    static boolean liegtIn(String pfad, String baustein) {
        return pfad.equals(baustein) || pfad.startsWith(baustein + ".");
    }

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
