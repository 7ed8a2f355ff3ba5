import { decisionKindFilters, dueFilters, taskStateFilters } from '@jeoul/shared/labeling/lists';
import { Box, FormControlLabel, Switch, TextField } from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';
import type { RecordsFilter, RecordsSearch } from './records-search.ts';

type ControlsProps = { search: RecordsSearch; labels: LabelIndex; onChange: (changes: RecordsFilter) => void };

const typingMs = 300;

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box component="label" htmlFor={id} sx={{ fontSize: 12, color: 'text.secondary' }}>
        {label}
      </Box>
      {children(id)}
    </Box>
  );
}

type TypedProps = { id: string; value: string; type?: string; hint?: string; onChange: (value: string) => void };

/** Text that goes into the address once the hand rests. */
function Typed({ id, value, type = 'text', hint, onChange }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      id={id}
      size="small"
      fullWidth
      type={type}
      value={typed}
      placeholder={hint ?? ''}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

type ChoiceProps = {
  id: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choice({ id, value, options, onChange }: ChoiceProps) {
  return (
    <TextField
      id={id}
      select
      size="small"
      fullWidth
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true } }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

const orNothing = (value: string) => (value.trim() === '' ? undefined : value.trim());
const percentOf = (value: string) => {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? undefined : Math.min(100, Math.max(0, number));
};

/** What a list is narrowed by, each at once in the address. */
export function RecordsControls({ search, labels, onChange }: ControlsProps) {
  const { t } = useTranslation();
  const pathOf = usePathText(labels);
  const isDecisions = search.view === 'decisions';
  const any = { value: '', label: t('records.any') };
  const labelOptions = [any, ...labels.labels.map(({ key }) => ({ value: key, label: pathOf(key) }))];
  return (
    <Box sx={{ p: 4, display: 'grid', gap: 3.5 }}>
      <Field label={t('records.text')}>
        {(id) => (
          <Typed
            id={id}
            value={search.text ?? ''}
            hint={t('records.textHint')}
            onChange={(text) => onChange({ text: orNothing(text) })}
          />
        )}
      </Field>
      {isDecisions ? (
        <Field label={t('records.kind')}>
          {(id) => (
            <Choice
              id={id}
              value={search.kind ?? ''}
              options={[
                any,
                ...decisionKindFilters.map((kind) => ({ value: kind, label: t(`records.kindFilter.${kind}`) })),
              ]}
              onChange={(kind) => onChange({ kind: decisionKindFilters.find((one) => one === kind) })}
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t('records.state')}>
            {(id) => (
              <Choice
                id={id}
                value={search.state ?? 'open'}
                options={taskStateFilters.map((state) => ({ value: state, label: t(`records.stateFilter.${state}`) }))}
                onChange={(state) =>
                  onChange({ state: taskStateFilters.find((one) => one === state && one !== 'open') })
                }
              />
            )}
          </Field>
          <Field label={t('records.due')}>
            {(id) => (
              <Choice
                id={id}
                value={search.due ?? ''}
                options={[any, ...dueFilters.map((due) => ({ value: due, label: t(`records.dueFilter.${due}`) }))]}
                onChange={(due) => onChange({ due: dueFilters.find((one) => one === due) })}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('records.predicted')}>
        {(id) => (
          <Choice
            id={id}
            value={search.predicted ?? ''}
            options={labelOptions}
            onChange={(predicted) => onChange({ predicted: orNothing(predicted) })}
          />
        )}
      </Field>
      <Box
        role="group"
        aria-label={t('records.probability')}
        sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}
      >
        <Field label={t('records.probabilityFrom')}>
          {(id) => (
            <Typed id={id} value={String(search.from ?? '')} onChange={(from) => onChange({ from: percentOf(from) })} />
          )}
        </Field>
        <Field label={t('records.probabilityTo')}>
          {(id) => <Typed id={id} value={String(search.to ?? '')} onChange={(to) => onChange({ to: percentOf(to) })} />}
        </Field>
      </Box>
      {isDecisions ? (
        <>
          <Field label={t('records.chosen')}>
            {(id) => (
              <Choice
                id={id}
                value={search.chosen ?? ''}
                options={labelOptions}
                onChange={(chosen) => onChange({ chosen: orNothing(chosen) })}
              />
            )}
          </Field>
          <FormControlLabel
            control={
              <Switch
                size="small"
                checked={search.mine ?? false}
                onChange={(_event, isMine) => onChange({ mine: isMine || undefined, by: undefined })}
              />
            }
            label={t('records.mine')}
          />
        </>
      ) : null}
      <Field label={t('records.store')}>
        {(id) => (
          <Typed id={id} value={search.store ?? ''} onChange={(store) => onChange({ store: orNothing(store) })} />
        )}
      </Field>
      <Field label={t('records.district')}>
        {(id) => (
          <Typed
            id={id}
            value={search.district ?? ''}
            hint={t('records.districtHint')}
            onChange={(district) => onChange({ district: orNothing(district) })}
          />
        )}
      </Field>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Field label={t(isDecisions ? 'records.decidedSince' : 'records.createdSince')}>
          {(id) => (
            <Typed
              id={id}
              type="date"
              value={search.since ?? ''}
              onChange={(since) => onChange({ since: orNothing(since) })}
            />
          )}
        </Field>
        <Field label={t('records.until')}>
          {(id) => (
            <Typed
              id={id}
              type="date"
              value={search.until ?? ''}
              onChange={(until) => onChange({ until: orNothing(until) })}
            />
          )}
        </Field>
      </Box>
    </Box>
  );
}
