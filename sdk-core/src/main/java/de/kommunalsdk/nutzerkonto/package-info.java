/* SPDX-License-Identifier: EUPL-1.2 */
/** Levels of assurance and, later, the port to citizen and company accounts. Values only for now. */
@NullMarked
package de.kommunalsdk.nutzerkonto;

import org.jspecify.annotations.NullMarked;
