/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Bedingung;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluates conditions over answers. */
final class Bedingungspruefer {

    private final Antworten antworten;
    private final LocalDate heute;

    Bedingungspruefer(Antworten antworten, LocalDate heute) {
        this.antworten = antworten;
        this.heute = heute;
    }

    /** Whether the condition of the element at {@code ort} holds. */
    boolean gilt(Bedingung bedingung, String ort) {
        if (bedingung instanceof Bedingung.Gleich b) {
            String wert = antworten.wert(ziel(b.pfad(), ort));
            return !wert.isEmpty() && b.werte().contains(wert);
        }
        if (bedingung instanceof Bedingung.Ausgefuellt b) {
            return antworten.gegeben(ziel(b.pfad(), ort));
        }
        if (bedingung instanceof Bedingung.Kleiner b) {
            return zahl(antworten.wert(ziel(b.pfad(), ort)))
                    .filter(zahl -> zahl.compareTo(b.grenze()) < 0)
                    .isPresent();
        }
        if (bedingung instanceof Bedingung.JuengerAls b) {
            return geburt(ziel(b.pfad(), ort))
                    .filter(geburt -> geburt.isAfter(heute.minusYears(b.jahre())))
                    .isPresent();
        }
        if (bedingung instanceof Bedingung.Nicht b) {
            return !gilt(b.bedingung(), ort);
        }
        if (bedingung instanceof Bedingung.Alle b) {
            return b.bedingungen().stream().allMatch(teil -> gilt(teil, ort));
        }
        return ((Bedingung.Eine) bedingung).bedingungen().stream().anyMatch(teil -> gilt(teil, ort));
    }

    /** The place of {@code pfad} in the same repetition as {@code ort}: as far as both agree, with the indices of ort. */
    private static String ziel(String pfad, String ort) {
        String[] teile = pfad.split("\\.", -1);
        String[] hier = ort.split("\\.", -1);
        for (int i = 0; i < Math.min(teile.length, hier.length); i++) {
            String ohneIndex = hier[i].replaceFirst("-\\d+$", "");
            if (!ohneIndex.equals(teile[i])) {
                break;
            }
            teile[i] = hier[i];
        }
        return String.join(".", teile);
    }

    private static Optional<BigDecimal> zahl(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Optional<LocalDate> geburt(String ort) {
        String wert = antworten.wert(ort);
        return wert.isEmpty() ? ausTeilen(ort) : Datum.spaetestens(wert);
    }

    private Optional<LocalDate> ausTeilen(String ort) {
        List<String> teile = Datum.teile(antworten, ort);
        String bisMonat = teile.get(2) + "-" + zweistellig(teile.get(1));
        String bisTag = bisMonat + "-" + zweistellig(teile.get(0));
        return Stream.of(bisTag, bisMonat, teile.get(2))
                .map(Datum::spaetestens)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String zweistellig(String zahl) {
        return zahl.length() == 1 ? "0" + zahl : zahl;
    }
}
