/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import com.fasterxml.jackson.databind.JsonNode;
import de.kommunalsdk.bezahlung.Betrag;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.definition.FormFehler;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside the answers of a frozen Antrag.
 *
 * @param gebuehr what it costs; empty when the Dienst has no fee
 * @param zustimmungen of others, in the order in which they were asked
 */
public record Eingefrorenes(Optional<Betrag> gebuehr, List<Zustimmung> zustimmungen) {

    public Eingefrorenes {
        zustimmungen = List.copyOf(zustimmungen);
    }

    /**
     * One person's consent.
     *
     * @param rolle id of the role
     * @param titel of the role
     * @param name as the applicant wrote it
     * @param erklaerung what was agreed to
     * @param gesehenSha256 hash of what the person saw
     */
    public record Zustimmung(
            String rolle, String titel, String name, String erklaerung, Instant zeit, String gesehenSha256) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Zustimmung[" + rolle + ", " + zeit + "]";
        }
    }

    /**
     * Reads.
     *
     * @throws InvalidInput OZG-FORM-0012 for anything that was not written here
     */
    public static Eingefrorenes lies(byte[] inhalt) {
        try {
            JsonNode wurzel = AntwortenFormat.baum(inhalt);
            List<Zustimmung> zustimmungen = new ArrayList<>();
            for (JsonNode z : wurzel.path(AntwortenFormat.BETEILIGTE)) {
                zustimmungen.add(new Zustimmung(
                        z.path("rolle").asText(),
                        z.path("titel").asText(),
                        z.path("name").asText(),
                        z.path("erklaerung").asText(),
                        Instant.parse(z.path("zeit").asText()),
                        z.path("gesehenSha256").asText()));
            }
            JsonNode cent = wurzel.path(AntwortenFormat.GEBUEHR);
            return new Eingefrorenes(
                    cent.isMissingNode() ? Optional.empty() : Optional.of(new Betrag(cent.longValue())), zustimmungen);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidInput(FormFehler.ENTWURF, e.getClass().getSimpleName());
        }
    }
}
