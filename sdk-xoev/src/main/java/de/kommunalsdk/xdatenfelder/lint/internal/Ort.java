/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

/** A place in the file: where a start tag ends. */
interface Ort {

    int zeile();

    int spalte();
}
