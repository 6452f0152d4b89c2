/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import java.util.List;
import java.util.Optional;

/**
 * The page of consents.
 *
 * @param titel of the Dienst
 * @param aktion URL that the form is sent to
 * @param stand number of the draft's last write
 * @param meldung what was wrong with the form that was sent, may be empty
 */
public record Einwilligungsansicht(String titel, String aktion, long stand, String meldung, List<Quelle> quellen) {

    public Einwilligungsansicht {
        quellen = List.copyOf(quellen);
    }

    /**
     * One source.
     *
     * @param felder labels of what is fetched
     * @param gesendet labels of what is sent
     * @param fassung hash of all that the citizen reads here
     * @param erteilt the consent, once given
     */
    public record Quelle(
            String id,
            String titel,
            String zweck,
            String rechtsgrundlage,
            List<String> felder,
            List<String> gesendet,
            String fassung,
            Optional<Erteilt> erteilt) {
        public Quelle {
            felder = List.copyOf(felder);
            gesendet = List.copyOf(gesendet);
        }
    }

    /**
     * A consent that was given.
     *
     * @param seit when, as read by people
     * @param ausgang what came of it
     * @param code why not all came, may be empty
     * @param wiederholbar whether the source may be asked again
     */
    public record Erteilt(String seit, String ausgang, String code, boolean wiederholbar) {}
}
