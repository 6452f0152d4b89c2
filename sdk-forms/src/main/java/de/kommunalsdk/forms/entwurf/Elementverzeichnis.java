/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.xdatenfelder.Anzahl;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a form by path, visible or not, in the order of its pages. Immutable. */
final class Elementverzeichnis {

    private static final int MAX_NUMMER = 10_000;
    private static final Pattern NUMMER = Pattern.compile("-\\d+(?=\\.|$)");

    private final Formular formular;
    private final Map<String, Feld> felder = new LinkedHashMap<>();
    private final Map<String, Formularseite> seiten = new LinkedHashMap<>();
    private final Map<String, Integer> raenge = new LinkedHashMap<>();

    Elementverzeichnis(Formular formular) {
        this.formular = formular;
        formular.seiten().forEach(seite -> sammle(seite, seite.bausteine()));
    }

    private void sammle(Formularseite seite, List<Baustein> bausteine) {
        for (Baustein baustein : bausteine) {
            if (baustein instanceof Feld feld) {
                raenge.putIfAbsent(feld.pfad(), raenge.size());
                felder.put(feld.pfad(), feld);
                seiten.put(feld.pfad(), seite);
            } else if (baustein instanceof Gruppe gruppe) {
                sammle(seite, gruppe.kinder());
            }
        }
    }

    /** The path of a place: without numbers. */
    static String pfad(String ort) {
        return NUMMER.matcher(ort).replaceAll("");
    }

    /** The field at a place that fits this form. */
    Optional<Feld> feld(String ort) {
        return Optional.ofNullable(felder.get(pfad(ort)))
                .filter(f -> passend(ort).filter(ort::equals).isPresent());
    }

    /** The page of a place. */
    Optional<Formularseite> seite(String ort) {
        return Optional.ofNullable(seiten.get(pfad(ort)));
    }

    /** Where the page of a place stands in the order of the form. */
    int seitenrang(String ort) {
        Formularseite seite = seiten.get(pfad(ort));
        return seite == null ? Integer.MAX_VALUE : formular.seiten().indexOf(seite);
    }

    /** Where a field stands in the order of the form; those of no page come last. */
    int rang(String ort) {
        return raenge.getOrDefault(pfad(ort), Integer.MAX_VALUE);
    }

    /** The whole path that a name stands for: itself, or the one that it is the end of. */
    String aufgeloest(String name) {
        return Stream.concat(formular.gruppen().keySet().stream(), felder.keySet().stream())
                .filter(pfad -> pfad.equals(name) || pfad.endsWith("." + name))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(name);
    }

    /** All fields whose path ends with this part, for names of another version. */
    Optional<Feld> gleichnamiges(String ort) {
        String ende = "." + pfad(ort.substring(ort.lastIndexOf('.') + 1));
        return felder.values().stream()
                .filter(f -> ("." + f.pfad()).endsWith(ende))
                .findFirst();
    }

    /** The title of the innermost group of a place, with the number of its entry; may be empty. */
    String gruppentitel(String ort) {
        int punkt = ort.lastIndexOf('.');
        Gruppe gruppe = punkt < 0 ? null : formular.gruppen().get(pfad(ort.substring(0, punkt)));
        if (gruppe == null) {
            return "";
        }
        String teil = ort.substring(ort.lastIndexOf('.', punkt - 1) + 1, punkt);
        int strich = teil.indexOf('-');
        return strich < 0 ? gruppe.titel() : gruppe.titel() + " " + teil.substring(strich + 1);
    }

    /**
     * The same place in this form: what is repeated here and was not before is the first entry, and the first entry is
     * what is not repeated any more. Empty when there is no such place.
     */
    Optional<String> passend(String ort) {
        StringBuilder pfad = new StringBuilder();
        StringBuilder neu = new StringBuilder();
        for (String teil : ort.split("\\.", -1)) {
            int strich = teil.lastIndexOf('-');
            String kennung = strich < 0 ? teil : teil.substring(0, strich);
            pfad.append(pfad.isEmpty() ? "" : ".").append(kennung);
            Optional<Anzahl> anzahl = anzahl(pfad.toString());
            Optional<Integer> nummer = strich < 0 ? Optional.of(1) : nummer(teil.substring(strich + 1));
            if (anzahl.isEmpty()
                    || nummer.isEmpty()
                    || nummer.get() > Math.max(1, anzahl.get().max())) {
                return Optional.empty();
            }
            boolean wiederholt = anzahl.get().mehrfach() && !istDatei(pfad.toString());
            if (!wiederholt && nummer.get() > 1) {
                return Optional.empty();
            }
            neu.append(neu.isEmpty() ? "" : ".").append(kennung).append(wiederholt ? "-" + nummer.get() : "");
        }
        return felder.containsKey(pfad.toString()) ? Optional.of(neu.toString()) : Optional.empty();
    }

    private boolean istDatei(String pfad) {
        Feld feld = felder.get(pfad);
        return feld != null && feld.anzeige() == Feld.Anzeige.DATEI;
    }

    private Optional<Anzahl> anzahl(String pfad) {
        return Optional.ofNullable(formular.gruppen().get(pfad))
                .map(Gruppe::anzahl)
                .or(() -> Optional.ofNullable(felder.get(pfad)).map(Feld::anzahl));
    }

    private static Optional<Integer> nummer(String text) {
        return Optional.of(text)
                .filter(t -> t.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .filter(n -> n <= MAX_NUMMER);
    }
}
