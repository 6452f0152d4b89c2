/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Feld.Sonderform;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Datentyp;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xfall.Wertart;
import java.util.List;
import java.util.Optional;

/** How a field is asked, by its element and what the overlay changes. */
final class Feldangaben {

    private static final int RADIOS = 7;
    private static final int LANGER_TEXT = 255;
    private static final List<String> MEDIENTYPEN = List.of("application/pdf", "image/jpeg", "image/png");

    private Feldangaben() {}

    static Anzeige anzeige(
            Datenfeld element, List<Datenfeld.Wert> werte, Sonderform sonderform, Optional<Muster> muster) {
        return switch (element.feldart()) {
            case HIDDEN -> Anzeige.VERBORGEN;
            case LOCKED -> Anzeige.FEST;
            case LABEL, INPUT, SELECT -> {
                if (Wertart.von(element) == Wertart.CODE) {
                    yield werte.size() <= RADIOS ? Anzeige.RADIO : Anzeige.AUSWAHL;
                }
                boolean teildatum =
                        istText(element) && sonderform == Sonderform.KEINE && Feldwissen.istTeildatum(muster);
                yield teildatum ? Anzeige.TEILDATUM : eingabe(element);
            }
        };
    }

    private static Anzeige eingabe(Datenfeld element) {
        return switch (element.datentyp()) {
            case TEXT, TEXT_LATIN ->
                element.praezisierung().maxLength().orElse(0) > LANGER_TEXT ? Anzeige.MEHRZEILIG : Anzeige.ZEILE;
            case DATE -> Anzeige.DATUM;
            case TIME -> Anzeige.UHRZEIT;
            case DATETIME -> Anzeige.ZEITPUNKT;
            case BOOL -> Anzeige.JA_NEIN;
            case NUM -> Anzeige.ZAHL;
            case NUM_INT -> Anzeige.GANZZAHL;
            case NUM_CURRENCY -> Anzeige.GELD;
            case FILE, OBJ -> Anzeige.DATEI;
        };
    }

    static Sonderform sonderform(Optional<Knoten> overlay, Datenfeld element, String autocomplete) {
        Optional<Knoten> art = overlay.flatMap(knoten -> knoten.kind("art"));
        if (art.isEmpty()) {
            return Feldwissen.sonderform(element, autocomplete);
        }
        if (!istText(element)) {
            art.get().fehler(FormFehler.FELDART, "\"art\" gilt nur fuer Texte; " + element.id() + " ist keiner.");
        }
        return overlay.flatMap(knoten -> knoten.wert("art", wert -> switch (wert) {
                    case "text" -> Sonderform.KEINE;
                    case "email" -> Sonderform.EMAIL;
                    case "iban" -> Sonderform.IBAN;
                    default -> throw new IllegalArgumentException("text, email oder iban");
                }))
                .orElse(Sonderform.KEINE);
    }

    static boolean istText(Datenfeld element) {
        return element.datentyp() == Datentyp.TEXT || element.datentyp() == Datentyp.TEXT_LATIN;
    }

    /** Those of the schema, or fewer of them; any when the schema says nothing. */
    static List<String> medientypen(Optional<Knoten> overlay, Datenfeld element) {
        List<String> vomSchema = element.mediaTypes();
        List<String> eigene = overlay.map(knoten -> knoten.texte("dateitypen")).orElse(List.of());
        List<String> fremde = eigene.stream()
                .filter(typ ->
                        !typ.matches("[a-z]+/[a-z0-9.+-]+") || (!vomSchema.isEmpty() && !vomSchema.contains(typ)))
                .toList();
        if (!fremde.isEmpty()) {
            overlay.flatMap(knoten -> knoten.kind("dateitypen"))
                    .ifPresent(knoten -> knoten.fehler(
                            FormFehler.FELDART,
                            "\"dateitypen\": " + String.join(", ", fremde)
                                    + " ist kein Medientyp wie application/pdf, oder das Schema erlaubt ihn nicht."));
        }
        return !eigene.isEmpty() ? eigene : vomSchema.isEmpty() ? MEDIENTYPEN : vomSchema;
    }
}
