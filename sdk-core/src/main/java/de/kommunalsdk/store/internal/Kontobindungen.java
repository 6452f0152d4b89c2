/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Kontobindung;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.mandant.MandantId;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whose draft or Antrag it is; only a keyed hash of the account is stored. All in the caller's transaction. */
final class Kontobindungen {

    private static final String ZWECK = "konto";

    private final Siegel siegel;
    private final Clock clock;

    Kontobindungen(Siegel siegel, Clock clock) {
        this.siegel = siegel;
        this.clock = clock;
    }

    /** By each key that may have been in use. */
    List<String> hashes(String konto) {
        return siegel.hashes(ZWECK, konto);
    }

    Kontobindung binde(Handle h, MandantId mandant, AntragId id, String konto) {
        List<String> bisher = gespeicherte(h, mandant, id, " and status = 'ENTWURF' and laeuft_ab > :jetzt for update");
        if (bisher.isEmpty()) {
            return Kontobindung.KEIN_ENTWURF;
        }
        if (!bisher.get(0).isEmpty()) {
            return hashes(konto).contains(bisher.get(0)) ? Kontobindung.SCHON : Kontobindung.FREMD;
        }
        h.createUpdate("update ozg_antrag set konto_hash = :hash where mandant_id = :mandant and antrag_id = :antrag")
                .bind("hash", siegel.hash(ZWECK, konto))
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .execute();
        return Kontobindung.NEU;
    }

    boolean istGebunden(Handle h, MandantId mandant, AntragId id) {
        return gespeicherte(h, mandant, id, " and :jetzt > 0").stream().anyMatch(hash -> !hash.isEmpty());
    }

    boolean gehoert(Handle h, MandantId mandant, AntragId id, String konto) {
        return gespeicherte(h, mandant, id, " and :jetzt > 0").stream().anyMatch(hashes(konto)::contains);
    }

    /** None without such a row; an empty text for one that belongs to nobody. */
    private List<String> gespeicherte(Handle h, MandantId mandant, AntragId id, String bedingung) {
        return h.createQuery("select coalesce(konto_hash, '') from ozg_antrag where mandant_id = :mandant"
                        + " and antrag_id = :antrag" + bedingung)
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .bind("jetzt", clock.millis())
                .mapTo(String.class)
                .list();
    }
}
