/** Those who look on: auditors, trainers, and the operator who asks who has a role. Nobody sends a form here. */
import {
  showAuditedApplications,
  showAuditedConsents,
  showAuditedLog,
  showAuditedRegisters,
  showAuditedRules,
  showAuditedValue,
} from '../pages/auditing.ts'
import { showRoles } from '../pages/roles.ts'
import { showTraining } from '../pages/training.ts'
import type { Route } from '../route.ts'

export const forObservers: readonly Route[] = [
  { method: 'GET', path: '/auditing', who: 'auditor', page: showAuditedLog },
  { method: 'GET', path: '/auditing/applications', who: 'auditor', page: showAuditedApplications },
  { method: 'GET', path: '/auditing/rules', who: 'auditor', page: showAuditedRules },
  { method: 'GET', path: '/auditing/value', who: 'auditor', page: showAuditedValue },
  { method: 'GET', path: '/auditing/registers', who: 'auditor', page: showAuditedRegisters },
  { method: 'GET', path: '/auditing/consents', who: 'auditor', page: showAuditedConsents },
  { method: 'GET', path: '/training', who: 'trainer', page: showTraining },
  { method: 'GET', path: '/staff/roles', who: 'operator', page: showRoles },
]
