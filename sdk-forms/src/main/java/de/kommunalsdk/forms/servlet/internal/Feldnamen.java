/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.xdatenfelder.Anzahl;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of what a browser sent. Only names that look like places of a FIM schema are judged: a host may add others.
 * A place that exists but is not shown just now is no forgery, and is not read.
 */
final class Feldnamen {

    private static final Pattern ORT = Pattern.compile("[FG]\\d{8}(\\d{3})?([.-].*)?");
    private static final Pattern SCHRITT = Pattern.compile("([FG]\\d{8}(?:\\d{3})?)(?:-(.*))?");
    private static final Pattern NUMMER = Pattern.compile("[1-9]\\d{0,4}");
    private static final List<String> TEILE =
            List.of(".tag", ".monat", ".jahr", ".datei", Dateiannahme.HOCHGELADEN, ".suche");
    private static final int HOECHSTENS = 10_000;

    private Feldnamen() {}

    /** Refuses a request with a field that cannot stand in the form. */
    static void pruefe(Anfrage a, Formular formular) {
        Collections.list(a.http().getParameterNames())
                .forEach(name -> pruefe(formular, name).ifPresent(fehler -> {
                    throw new Abbruch(400, fehler, "web.fremdesfeld");
                }));
    }

    /** What is wrong with a name; empty for one that can stand in the form. */
    static Optional<FormFehler> pruefe(Formular formular, String name) {
        if (!ORT.matcher(name).matches()) {
            return Optional.empty();
        }
        String ort = name;
        for (String teil : TEILE) {
            ort = ort.endsWith(teil) ? ort.substring(0, ort.length() - teil.length()) : ort;
        }
        StringBuilder pfad = new StringBuilder();
        for (String schritt : ort.split("\\.", -1)) {
            var treffer = SCHRITT.matcher(schritt);
            if (!treffer.matches()) {
                return Optional.of(FormFehler.FELD_FREMD);
            }
            pfad.append(pfad.isEmpty() ? "" : ".").append(treffer.group(1));
            Optional<Anzahl> anzahl = anzahl(formular, pfad.toString());
            if (anzahl.isEmpty()) {
                return Optional.of(FormFehler.FELD_FREMD);
            }
            String nummer = treffer.group(2);
            if (nummer != null
                    && (!NUMMER.matcher(nummer).matches()
                            || Integer.parseInt(nummer) > Math.min(anzahl.get().max(), HOECHSTENS))) {
                return Optional.of(FormFehler.EINTRAG_FREMD);
            }
        }
        return formular.felder().containsKey(pfad.toString()) ? Optional.empty() : Optional.of(FormFehler.FELD_FREMD);
    }

    private static Optional<Anzahl> anzahl(Formular formular, String pfad) {
        return Optional.ofNullable(formular.felder().get(pfad))
                .map(Feld::anzahl)
                .or(() -> Optional.ofNullable(formular.gruppen().get(pfad)).map(Gruppe::anzahl));
    }
}
