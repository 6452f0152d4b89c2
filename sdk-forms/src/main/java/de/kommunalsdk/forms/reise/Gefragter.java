/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.definition.Formular;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person whose consent these answers need.
 *
 * @param nummer number of the entry of the role's repeated group, else 0
 * @param name as the form has it, may be empty
 * @param email as the form has it, may be empty
 */
public record Gefragter(Beteiligter rolle, int nummer, String name, String email) {

    /** All people to be asked, in the order of dienst.yaml. */
    public static List<Gefragter> von(Formular formular, Antworten antworten, LocalDate heute) {
        Bedingungspruefer bedingungen = new Bedingungspruefer(antworten, heute);
        List<Gefragter> alle = new ArrayList<>();
        for (Beteiligter rolle : formular.beteiligte()) {
            String gruppe = rolle.je().orElse("");
            for (int n = gruppe.isEmpty() ? 0 : 1; n == 0 || antworten.gegeben(gruppe + "-" + n); n++) {
                String ort = n == 0 ? "" : gruppe + "-" + n;
                if (rolle.wenn().isEmpty() || bedingungen.gilt(rolle.wenn().get(), ort)) {
                    alle.add(von(rolle, n, antworten));
                }
                if (n == 0) {
                    break;
                }
            }
        }
        return alle;
    }

    private static Gefragter von(Beteiligter rolle, int nummer, Antworten antworten) {
        List<String> namen = rolle.name().stream()
                .map(pfad -> antworten.wert(ort(rolle.je(), nummer, pfad)))
                .filter(wert -> !wert.isEmpty())
                .toList();
        return new Gefragter(
                rolle,
                nummer,
                String.join(" ", namen),
                rolle.email()
                        .map(pfad -> antworten.wert(ort(rolle.je(), nummer, pfad)))
                        .orElse(""));
    }

    private static String ort(Optional<String> je, int nummer, String pfad) {
        return je.filter(gruppe -> pfad.startsWith(gruppe + "."))
                .map(gruppe -> gruppe + "-" + nummer + pfad.substring(gruppe.length()))
                .orElse(pfad);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Gefragter[" + rolle.id() + ", " + nummer + "]";
    }
}
