/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.oidc.BaBroker;
import de.kommunalsdk.oidc.IdTokendiagnose.Auftrag;
import de.kommunalsdk.oidc.IdTokendiagnose.Befund;
import de.kommunalsdk.oidc.OidcFehler;
import de.kommunalsdk.oidc.Schluesselsatz;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One run of the verifier with its outcome as JSON. */
public final class Diagnose {

    private static final Map<String, Vertrauensniveau> WORTE =
            BaBroker.profil(Map.of(), "bPK2").niveaus();

    private Diagnose() {}

    public static Befund pruefe(Auftrag auftrag, byte[] datei) {
        try {
            return angenommen(auftrag, datei);
        } catch (Ablehnung e) {
            return abgelehnt(e.grund(), e.detail());
        } catch (InvalidInput e) {
            return abgelehnt(OidcFehler.SCHLUESSELSATZ, "");
        }
    }

    private static Befund angenommen(Auftrag auftrag, byte[] datei) {
        Schluesselsatz schluessel = Schluesselsatz.lies(auftrag.jwks());
        IdToken.Erwartung erwartung = new IdToken.Erwartung(
                auftrag.aussteller(),
                auftrag.klient(),
                auftrag.verfahren(),
                auftrag.nonce(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                auftrag.zeit());
        IdToken token = IdToken.pruefe(new String(datei, StandardCharsets.ISO_8859_1).strip(), schluessel, erwartung);
        auftrag.acr().ifPresent(verlangt -> niveau(token.angaben(), verlangt));
        ObjectNode befund = Klientschluessel.angaben().put("result", "ACCEPTED").put("subject", token.subjekt());
        befund.set("claims", token.angaben());
        return new Befund(true, befund.toString());
    }

    /** The same word, or by the words of the presets a higher level. */
    private static void niveau(ObjectNode angaben, String verlangt) {
        String acr = Json.text(angaben, "acr").orElseThrow(() -> new Ablehnung(OidcFehler.NIVEAU_FEHLT));
        if (acr.equals(verlangt)) {
            return;
        }
        Optional<Vertrauensniveau> erreicht = Optional.ofNullable(WORTE.get(acr));
        Optional<Vertrauensniveau> mindestens = Optional.ofNullable(WORTE.get(verlangt));
        if (erreicht.isEmpty() || mindestens.isEmpty()) {
            throw new Ablehnung(OidcFehler.NIVEAU_UNBEKANNT, Json.wort(acr));
        }
        if (!erreicht.get().erfuellt(mindestens.get())) {
            throw new Ablehnung(OidcFehler.NIVEAU_ZU_NIEDRIG, erreicht.get() + " statt " + mindestens.get());
        }
    }

    private static Befund abgelehnt(OidcFehler grund, String detail) {
        ObjectNode befund = Klientschluessel.angaben()
                .put("result", "REJECTED")
                .put("reason", grund.code())
                .put("detail", (grund.bedeutung() + " " + detail).strip());
        return new Befund(false, befund.toString());
    }
}
