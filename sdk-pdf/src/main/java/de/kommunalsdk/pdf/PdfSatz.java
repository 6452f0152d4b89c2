/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pdf;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.pdf.internal.Setzer;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes PDF with openhtmltopdf and PDFBox. Thread-safe: a few documents are set at the same time, more wait for their
 * turn. Fonts (DejaVu Sans, regular and bold) and the colour profile are embedded; nothing is loaded from outside.
 */
public final class PdfSatz implements Schriftstueck {

    private final Setzgrenzen grenzen;
    private final Semaphore plaetze;

    /** With {@link Setzgrenzen#STANDARD}. */
    public PdfSatz() {
        this(Setzgrenzen.STANDARD);
    }

    /** With other limits. */
    public PdfSatz(Setzgrenzen grenzen) {
        this.grenzen = grenzen;
        this.plaetze = new Semaphore(grenzen.zugleich(), true);
    }

    @Override
    public Pdf setze(Druckvorlage vorlage) {
        long beilagen =
                vorlage.beilagen().stream().mapToLong(b -> b.inhalt().length).sum();
        if (vorlage.xhtml().length() > grenzen.zeichen() || beilagen > grenzen.beilagen()) {
            throw new InvalidInput(SchriftstueckFehler.ZU_GROSS, "");
        }
        if (vorlage.beilagen().stream().map(Beilage::dateiname).distinct().count()
                < vorlage.beilagen().size()) {
            throw new InvalidInput(SchriftstueckFehler.VORLAGE, "zwei Beilagen heißen gleich");
        }
        warte();
        try {
            return Setzer.setze(vorlage, grenzen.elemente(), grenzen.seiten());
        } catch (OzgException e) {
            throw e;
        } catch (RuntimeException e) {
            // its message may quote the content
            throw new ServiceUnavailable(SchriftstueckFehler.SATZ, e.getClass().getName(), null);
        } finally {
            plaetze.release();
        }
    }

    private void warte() {
        try {
            if (!plaetze.tryAcquire(grenzen.warten().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceUnavailable(SchriftstueckFehler.AUSGELASTET, "", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailable(SchriftstueckFehler.AUSGELASTET, "", e);
        }
    }
}
