/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema;

import de.kommunalsdk.xdatenfelder.Anzahl;
import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.Praezisierung;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wertart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Ways to break valid values, each with the finding that our own check must give. */
enum Mutation {
    PFLICHT_ENTFERNT(SchemaFehler.FEHLT),
    ZU_WENIGE(SchemaFehler.FEHLT),
    ZU_VIELE(SchemaFehler.ZU_VIELE),
    UNBEKANNTES_ELEMENT(SchemaFehler.UNBEKANNT),
    LABEL_AUSGEGEBEN(SchemaFehler.UNBEKANNT),
    KEINE_ZAHL(SchemaFehler.FALSCHE_FORM),
    BRUCH_STATT_GANZZAHL(SchemaFehler.FALSCHE_FORM),
    KEIN_WAHRHEITSWERT(SchemaFehler.FALSCHE_FORM),
    KEIN_TAG_DES_KALENDERS(SchemaFehler.FALSCHE_FORM),
    DEUTSCHES_DATUM(SchemaFehler.FALSCHE_FORM),
    KEINE_UHRZEIT(SchemaFehler.FALSCHE_FORM),
    KEIN_ZEITPUNKT(SchemaFehler.FALSCHE_FORM),
    ZU_KURZ(SchemaFehler.ZU_KURZ),
    ZU_LANG(SchemaFehler.ZU_LANG),
    ZAHL_ZU_KLEIN(SchemaFehler.WERTEBEREICH),
    ZAHL_ZU_GROSS(SchemaFehler.WERTEBEREICH),
    TAG_ZU_FRUEH(SchemaFehler.WERTEBEREICH),
    TAG_ZU_SPAET(SchemaFehler.WERTEBEREICH),
    MUSTER_VERLETZT(SchemaFehler.MUSTER),
    CODE_NICHT_IN_LISTE(SchemaFehler.NICHT_IN_LISTE),
    LEERER_WERT(SchemaFehler.LEER),
    ZWEI_DER_AUSWAHL(SchemaFehler.AUSWAHL),
    KEINE_DER_AUSWAHL(SchemaFehler.AUSWAHL),
    FELD_STATT_GRUPPE(SchemaFehler.FALSCHE_ART),
    GRUPPE_STATT_FELD(SchemaFehler.FALSCHE_ART);

    static final String UNBEKANNT = "F99999999999";

    final SchemaFehler befund;

    Mutation(SchemaFehler befund) {
        this.befund = befund;
    }

    /** The values broken at one place, if one of them can be broken in this way. */
    Optional<Gruppenwert> an(Stammdatenschema schema, Gruppenwert werte, Instanzgenerator generator, Random zufall) {
        Baum baum = Baum.von(schema, werte);
        List<Baum> gruppen = new ArrayList<>(baum.gruppen());
        Collections.shuffle(gruppen, zufall);
        for (Baum gruppe : gruppen) {
            List<Struktur> teile = new ArrayList<>(gruppe.struktur);
            Collections.shuffle(teile, zufall);
            for (Struktur teil : teile) {
                if (brich(gruppe, teil, generator, zufall)) {
                    return Optional.of(baum.werte());
                }
            }
        }
        return Optional.empty();
    }

    private boolean brich(Baum gruppe, Struktur teil, Instanzgenerator generator, Random zufall) {
        String id = teil.element().id();
        List<Object> werte = gruppe.von(teil);
        boolean label = Instanzgenerator.istLabel(teil);
        int min = label ? 0 : teil.anzahl().min();
        int max = teil.anzahl().max();
        boolean unbegrenzt = max == Anzahl.UNBEGRENZT;
        return switch (this) {
            case PFLICHT_ENTFERNT -> min > 0 && !gruppe.auswahl && gruppe.kinder.remove(id) != null;
            case ZU_WENIGE ->
                min > 1
                        && werte.size() >= min
                        && werte.subList(min - 1, werte.size()).removeIf(w -> true);
            case ZU_VIELE -> {
                boolean geht = !label && !unbegrenzt && !werte.isEmpty();
                while (geht && werte.size() <= max) {
                    werte.add(werte.get(0));
                }
                yield geht;
            }
            case UNBEKANNTES_ELEMENT -> setze(gruppe, UNBEKANNT, new Feldwert("x"));
            case LABEL_AUSGEGEBEN -> label && setze(gruppe, id, new Feldwert("x"));
            case ZWEI_DER_AUSWAHL ->
                gruppe.auswahl && !label && werte.isEmpty() && setze(gruppe, id, generator.wert(teil));
            case KEINE_DER_AUSWAHL -> gruppe.auswahl && gruppe.kinder.remove(id) != null;
            case FELD_STATT_GRUPPE ->
                teil.element() instanceof Datenfeldgruppe && !werte.isEmpty() && ersetze(werte, new Feldwert("x"));
            case GRUPPE_STATT_FELD ->
                teil.element() instanceof Datenfeld
                        && !werte.isEmpty()
                        && ersetze(werte, new Gruppenwert(Map.of(UNBEKANNT, List.of(new Feldwert("x")))));
            default ->
                teil.element() instanceof Datenfeld feld
                        && !werte.isEmpty()
                        && falsch(feld, generator, zufall)
                                .map(text -> ersetze(
                                        werte,
                                        Wertart.von(feld) == Wertart.ANLAGE
                                                ? new Anlagewert(text, "", "")
                                                : new Feldwert(text)))
                                .orElse(false);
        };
    }

    private static boolean setze(Baum gruppe, String id, Object wert) {
        gruppe.kinder.put(id, new ArrayList<>(List.of(wert)));
        return true;
    }

    private static boolean ersetze(List<Object> werte, Object wert) {
        werte.set(werte.size() - 1, wert);
        return true;
    }

    /** A wrong text for a field. */
    private Optional<String> falsch(Datenfeld feld, Instanzgenerator generator, Random zufall) {
        Wertart art = Wertart.von(feld);
        Praezisierung grenzen = feld.praezisierung();
        boolean zahl = art == Wertart.GANZZAHL || art == Wertart.ZAHL;
        return switch (this) {
            case KEINE_ZAHL ->
                wenn(
                        zahl,
                        List.of("abc", "1,5", "1.234,00", "NaN", "INF", "0x10").get(zufall.nextInt(6)));
            case BRUCH_STATT_GANZZAHL ->
                wenn(
                        art == Wertart.GANZZAHL,
                        grenzen.minValue().orElse(BigDecimal.ONE).setScale(0, RoundingMode.CEILING) + ".5");
            case KEIN_WAHRHEITSWERT ->
                wenn(art == Wertart.WAHRHEITSWERT, List.of("ja", "True", "wahr").get(zufall.nextInt(3)));
            case KEIN_TAG_DES_KALENDERS ->
                wenn(
                        art == Wertart.DATUM,
                        List.of(
                                        "2026-02-29",
                                        "2026-13-01",
                                        "2026-04-31",
                                        "0000-01-01",
                                        "2100-02-29",
                                        "2026-01-00",
                                        "2026-1-1",
                                        "2026-01-01Z")
                                .get(zufall.nextInt(8)));
            case DEUTSCHES_DATUM -> wenn(art == Wertart.DATUM, "24.11.2026");
            case KEINE_UHRZEIT ->
                wenn(
                        art == Wertart.ZEIT,
                        List.of("24:00:00", "8:15:00", "12:60:00", "23:59:60", "08:15:00Z")
                                .get(zufall.nextInt(5)));
            case KEIN_ZEITPUNKT ->
                wenn(
                        art == Wertart.ZEITPUNKT,
                        List.of(
                                        "2026-11-24",
                                        "2026-02-29T08:00:00",
                                        "2026-11-24 08:00:00",
                                        "2026-11-24T24:00:00",
                                        "2026-11-24T08:00:00+15:00")
                                .get(zufall.nextInt(5)));
            case ZU_KURZ ->
                wenn(
                        art == Wertart.TEXT && grenzen.minLength().orElse(1) > 1,
                        generator.text(Math.max(1, grenzen.minLength().orElse(1) - 1)));
            case ZU_LANG ->
                art == Wertart.TEXT ? grenzen.maxLength().map(max -> generator.text(max + 1)) : Optional.empty();
            case ZAHL_ZU_KLEIN -> zahl ? grenzen.minValue().map(z -> daneben(z, art, -1)) : Optional.empty();
            case ZAHL_ZU_GROSS -> zahl ? grenzen.maxValue().map(z -> daneben(z, art, 1)) : Optional.empty();
            case TAG_ZU_FRUEH ->
                grenzen.minDate().isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(grenzen.minDate())
                                .minusDays(1 + zufall.nextInt(400))
                                .toString());
            case TAG_ZU_SPAET ->
                grenzen.maxDate().isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(grenzen.maxDate())
                                .plusDays(1 + zufall.nextInt(400))
                                .toString());
            case MUSTER_VERLETZT ->
                art == Wertart.TEXT && !grenzen.pattern().isEmpty() ? verletzt(grenzen, generator) : Optional.empty();
            case CODE_NICHT_IN_LISTE -> wenn(art == Wertart.CODE && generator.hatListe(feld), "nicht in der Liste");
            case LEERER_WERT -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static String daneben(BigDecimal grenze, Wertart art, int richtung) {
        return art == Wertart.ZAHL
                ? grenze.add(new BigDecimal("0.001").multiply(BigDecimal.valueOf(richtung)))
                        .toPlainString()
                : grenze.setScale(0, richtung > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR)
                        .add(BigDecimal.valueOf(richtung))
                        .toPlainString();
    }

    /** A text of the right length that java.util.regex, a judge of its own, does not match. */
    private static Optional<String> verletzt(Praezisierung grenzen, Instanzgenerator generator) {
        Pattern muster = Pattern.compile(grenzen.pattern());
        int min = Math.max(1, grenzen.minLength().orElse(1));
        int laenge = Math.min(grenzen.maxLength().orElse(min + 5), min + 5);
        for (int i = 0; i < 100; i++) {
            String text = generator.text(laenge);
            if (!muster.matcher(text).matches()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wenn(boolean anwendbar, String text) {
        return anwendbar ? Optional.of(text) : Optional.empty();
    }
}
